import type { ServiceRequest, ServiceResponse } from '../ports.ts';

/** A refusal by one of the AWS services, with AWS's own code. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  readonly code: string;
  readonly status: number;

  /** Takes AWS's error code, a sentence, and the HTTP status (400 unless given). */
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** An answer in JSON. */
export function jsonResponse(status: number, value: unknown, headers: Record<string, string> = {}): ServiceResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/** A problem document (RFC 9457) of the parties that are not AWS. */
export function problemResponse(status: number, title: string, headers: Record<string, string> = {}): ServiceResponse {
  const typed = { 'content-type': 'application/problem+json', ...headers };
  return jsonResponse(status, { type: 'about:blank', status, title }, typed);
}

/** The JSON value of a request's body; an empty body is an empty object, anything unreadable is undefined. */
export function jsonBody(request: ServiceRequest): unknown {
  if (request.body.length === 0) return {};
  try {
    return JSON.parse(request.body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Text with its percent-encoding undone; what does not decode to UTF-8 stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The decoded segments of a path, without the empty ones at its ends; a segment that cannot be decoded stays as it is. */
export function pathSegments(path: string): readonly string[] {
  return path
    .replace(/^\/|\/$/g, '')
    .split('/')
    .map(decoded);
}

/** An XML element around text (escaped) or around elements already written. */
export function xmlElement(name: string, content: string | number | boolean | readonly string[]): string {
  const inner = typeof content === 'object' ? content.join('') : escapeXml(String(content));
  return `<${name}>${inner}</${name}>`;
}

/** Text made safe for XML and HTML. */
export function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character).replaceAll('\r', '&#13;');
}

/** The text of each element `name` in simple XML, with the five entities and character references resolved. */
export function xmlValues(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`, 'g'))].map(
    (match) => match[1] ?? '',
  );
}

/** The unescaped text of the first element `name`, or undefined. */
export function xmlText(xml: string, name: string): string | undefined {
  const value = xmlValues(xml, name)[0];
  return value
    ?.replace(/&#(x?)([0-9a-fA-F]+);/g, (_, hex: string, code: string) =>
      String.fromCodePoint(Number.parseInt(code, hex === '' ? 10 : 16)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
