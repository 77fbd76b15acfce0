import { type LocalAnswer, LocalClient } from '../../scripts/local-client.ts';
import { responseChecker } from './response-checker.ts';

/** A client that holds every answer of the API against the OpenAPI document the product itself serves. */
export class CheckedClient extends LocalClient {
  readonly #api: string;
  #check: ((path: string, method: string, answer: LocalAnswer) => void) | undefined;

  constructor(api: string) {
    super(api);
    this.#api = api;
  }

  override async call(method: string, path: string, body?: unknown, token?: string): Promise<LocalAnswer> {
    return await this.#checked(method, path, await super.call(method, path, body, token));
  }

  /** One call as a person of a role. */
  async callAs(role: string, subject: string, method: string, path: string, body?: unknown): Promise<LocalAnswer> {
    return await this.call(method, path, body, await this.token(role, subject));
  }

  /** One call exactly as given: headers and bytes. */
  async send(method: string, path: string, request: Omit<RequestInit, 'method'> = {}): Promise<LocalAnswer> {
    const response = await fetch(`${this.#api}${path}`, { ...request, method });
    const text = await response.text();
    const { status, headers } = response;
    const isJson = /json/.test(headers.get('content-type') ?? '');
    return await this.#checked(method, path, { status, headers, text, json: isJson ? JSON.parse(text) : null });
  }

  async #checked(method: string, path: string, answer: LocalAnswer): Promise<LocalAnswer> {
    if (!path.startsWith('/v1/')) return answer;
    this.#check ??= await this.#checker();
    this.#check(path, method, answer);
    return answer;
  }

  async #checker(): Promise<(path: string, method: string, answer: LocalAnswer) => void> {
    const document = (await super.call('GET', '/openapi.json')).json as { paths: Record<string, unknown> };
    const check = responseChecker(document);
    const templates = Object.keys(document.paths).map((template) => ({
      template,
      pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    }));
    return (path, method, { status, headers, json }) => {
      const plain = path.split('?')[0] ?? path;
      const template = templates.find(({ pattern }) => pattern.test(plain))?.template ?? plain;
      const wrong = check(method, template, status, headers.get('content-type') ?? '', json);
      if (wrong !== null) throw new Error(`${method} ${path} ${status}: ${wrong}`);
    };
  }
}
