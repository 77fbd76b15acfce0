import { simpleParser } from 'mailparser';
import * as z from 'zod';
import type { ServiceHandler, ServiceRequest, ServiceResponse } from '../ports.ts';
import { jsonBody, jsonResponse, pathSegments, problemResponse } from '../services/responses.ts';
import { type AcceptedMessage, MailFaults } from './delivery-plan.ts';
import type { Mailbox } from './mailbox.ts';
import { listPage, type MailView, messagePage } from './mailbox-page.ts';

type Content = Pick<MailView, 'subject' | 'text' | 'html' | 'attachments'>;

/** Serves the mailbox under `/_local/mail`: JSON, pages for a browser, raw messages, and faults. */
export function createMailboxHandler(mailbox: Mailbox): ServiceHandler {
  const contents = new Map<string, Content>();
  const view = async (message: AcceptedMessage): Promise<MailView> => {
    const content = contents.get(message.id) ?? (await readContent(await mailbox.raw(message.id)));
    contents.set(message.id, content);
    return describe(mailbox, message, content);
  };
  return async (request) => {
    const [id = '', part] = pathSegments(request.path);
    if (id === 'faults') return setFaults(mailbox, request);
    if (request.method !== 'GET') return problemResponse(405, 'Use GET');
    const wantsPage = request.headers['accept']?.includes('text/html') ?? false;
    if (id === '') return list(mailbox, view, request, wantsPage);
    const message = mailbox.message(id);
    if (message === undefined) return problemResponse(404, 'There is no such mail');
    if (part === 'raw') {
      return { status: 200, headers: { 'content-type': 'message/rfc822' }, body: await mailbox.raw(id) };
    }
    return wantsPage ? page(messagePage(await view(message))) : jsonResponse(200, await view(message));
  };
}

async function list(
  mailbox: Mailbox,
  view: (message: AcceptedMessage) => Promise<MailView>,
  request: ServiceRequest,
  wantsPage: boolean,
): Promise<ServiceResponse> {
  if (wantsPage) return page(listPage([...mailbox.messages()].reverse()));
  const to = request.query.get('to');
  const messages = mailbox.messages().filter(({ destination }) => to === null || destination.includes(to));
  const mails: MailView[] = [];
  for (const message of messages) mails.push(await view(message));
  return jsonResponse(200, mails);
}

async function readContent(raw: Buffer): Promise<Content> {
  const { subject, text, html, attachments } = await simpleParser(raw);
  const names = attachments.map(({ filename }) => filename ?? 'unnamed');
  return { subject: subject ?? '', text: text ?? '', html: typeof html === 'string' ? html : null, attachments: names };
}

function describe(mailbox: Mailbox, message: AcceptedMessage, content: Content): MailView {
  const { id, at, source, destination, tags, configurationSet } = message;
  const headers = Object.fromEntries(message.headers.map(({ name, value }) => [name.toLowerCase(), value]));
  const events = mailbox.eventsOf(id);
  return {
    id,
    at,
    from: source,
    to: destination,
    ...content,
    headers,
    tags,
    configurationSet,
    events,
    raw: `/_local/mail/${id}/raw`,
  };
}

async function setFaults(mailbox: Mailbox, request: ServiceRequest): Promise<ServiceResponse> {
  const faults = MailFaults.safeParse(jsonBody(request));
  if (request.method !== 'PUT') return problemResponse(405, 'Use PUT');
  if (!faults.success) return problemResponse(400, z.prettifyError(faults.error));
  await mailbox.setFaults(faults.data);
  return jsonResponse(200, faults.data);
}

function page(html: string): ServiceResponse {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    body: html,
  };
}
