import * as z from 'zod';
import type { ReportRecipient } from '#domain/catalogue/report-routes';

/** Where reports can be sent to from a deployment. */
export interface ReportDestinations {
  /** Mail addresses by the id of the recipient. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Whether there is an account at NCMEC. */
  readonly ncmec: boolean;
}

/**
 * Reads addresses as a deployment is told them: `bka=office@police.example, europol=…`.
 * @throws z.ZodError when one is no mail address
 */
export function readAddresses(text: string): ReadonlyMap<string, string> {
  const parts = text.split(',').map((part) => part.trim());
  const pairs = parts.filter((part) => part !== '').map((part) => part.split('='));
  return new Map(pairs.map(([id = '', address = '']) => [id.trim(), z.email().parse(address.trim())]));
}

/** Whether a report to a recipient can leave from here. */
export function isReachable({ id, channel }: ReportRecipient, { addresses, ncmec }: ReportDestinations): boolean {
  return channel === 'ncmec' ? ncmec : addresses.has(id);
}
