import { type Delivery, isReport } from '#domain/delivery';

/**
 * Tells whether a message can be set on paper: every letter that leaves by mail, once it is written. A report to the
 * police is read and sent as a form of its receiver, a draft is no letter yet, and machines are sent data.
 */
export function isOnPaper({ channel, kind, documentKey }: Pick<Delivery, 'channel' | 'kind' | 'documentKey'>): boolean {
  return channel === 'mail' && documentKey !== null && !isReport(kind);
}
