import { escapeXml } from '../services/responses.ts';
import type { AcceptedMessage } from './delivery-plan.ts';

/** A mail as a reader sees it. */
export interface MailView {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet: string | null;
  readonly attachments: readonly string[];
  readonly events: readonly { readonly type: string; readonly at: string; readonly recipients: readonly string[] }[];
  readonly raw: string;
}

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem;border-bottom:1px solid #767676;vertical-align:top}
dt{font-weight:600}dd{margin:0 0 .5rem}pre{white-space:pre-wrap;overflow-wrap:anywhere}iframe{width:100%;height:24rem;border:1px solid #767676}`;

/** The mailbox as a page, newest first. */
export function listPage(messages: readonly AcceptedMessage[]): string {
  const rows = messages.map(
    ({ id, at, source, destination, subject }) =>
      `<tr><td><time datetime="${at}">${at}</time></td><td>${escapeXml(destination.join(', '))}</td>
<td><a href="/_local/mail/${id}">${escapeXml(subject || '(no subject)')}</a></td><td>${escapeXml(source)}</td></tr>`,
  );
  const heads = ['Sent', 'To', 'Subject', 'From'].map((head) => `<th scope="col">${head}</th>`).join('');
  const table = `<table><caption>Newest first</caption><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return page('Mail that left the house', messages.length === 0 ? '<p>No mail has left the house yet.</p>' : table);
}

/** One mail as a page; its own HTML is shown in a frame that may run nothing. */
export function messagePage(mail: MailView): string {
  const facts = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Sent', mail.at],
    ['Attachments', mail.attachments.join(', ') || 'none'],
    ['What became of it', mail.events.map(({ type, at }) => `${type} ${at}`).join('; ') || 'nothing yet'],
  ];
  const list = facts.map(([name = '', value = '']) => `<dt>${name}</dt><dd>${escapeXml(value)}</dd>`).join('');
  const frame = `<h2>HTML</h2><iframe sandbox="" title="The mail as HTML" srcdoc="${escapeXml(mail.html ?? '')}"></iframe>`;
  return page(
    mail.subject || '(no subject)',
    `<p><a href="/_local/mail">All mail</a> · <a href="${mail.raw}">Raw message</a></p><dl>${list}</dl>
<h2>Text</h2><pre>${escapeXml(mail.text)}</pre>${mail.html === null ? '' : frame}`,
  );
}

function page(title: string, content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeXml(title)}</title><style>${STYLE}</style></head><body><main><h1>${escapeXml(title)}</h1>${content}</main></body></html>`;
}
