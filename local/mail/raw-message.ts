import { simpleParser } from 'mailparser';

/** One header field, unfolded. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** A message as handed in, taken apart at its first empty line. */
export interface RawMessage {
  readonly fields: readonly HeaderField[];
  readonly body: Buffer;
}

/** Who a message is from and for, as its header says: addresses only. */
export interface Addresses {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly subject: string;
}

/** Takes a message apart; one without an empty line is all header. */
export function splitMessage(raw: Buffer): RawMessage {
  const text = raw.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  const header = end === null ? text : text.slice(0, end.index);
  const lines = header.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const fields = lines.flatMap((line) => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }];
  });
  return { fields, body: end === null ? Buffer.alloc(0) : raw.subarray(end.index + end[0].length) };
}

/** The value of the first field of a name, in any case. */
export function fieldOf({ fields }: RawMessage, name: string): string | undefined {
  return fields.find((field) => field.name.toLowerCase() === name.toLowerCase())?.value;
}

/** The message as the mail service passes it on: its own Message-ID, a Date, and nothing that was meant for the service. */
export function rewriteForDelivery({ fields, body }: RawMessage, messageId: string, at: number): Buffer {
  const dropped = /^(?:x-ses-.*|message-id|return-path|bcc)$/i;
  const kept = fields.filter(({ name }) => !dropped.test(name));
  const hasDate = kept.some(({ name }) => name.toLowerCase() === 'date');
  const date = hasDate ? [] : [{ name: 'Date', value: new Date(at).toUTCString().replace('GMT', '+0000') }];
  const lines = [...kept, ...date, { name: 'Message-ID', value: messageId }];
  const header = lines.map(({ name, value }) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${header}\r\n`, 'latin1'), body]);
}

/** Reads the addresses out of the header fields. */
export async function readAddresses({ fields }: RawMessage): Promise<Addresses> {
  const lines = fields.filter(({ name }) => /^(?:from|to|cc|bcc|subject)$/i.test(name));
  const header = lines.map(({ name, value }) => `${name}: ${value}\r\n`).join('');
  const { from, to, cc, bcc, subject } = await simpleParser(Buffer.from(`${header}\r\n`, 'latin1'));
  const addressesOf = (...lists: readonly (typeof to)[]) =>
    lists.flat().flatMap((list) => (list?.value ?? []).flatMap(({ address }) => (address ? [address] : [])));
  return { from: addressesOf(from), to: addressesOf(to, cc, bcc), subject: subject ?? '' };
}
