import * as z from 'zod';
import { germanNotice, removalOrder } from '../../examples.ts';
import type { HttpApi } from '../http-api.ts';
import type { Logins } from '../logins.ts';
import { CHECKED_AUTHORITY } from './authority-command.ts';

const Receipt = z.object({ caseId: z.string(), accessToken: z.string().default('') });

/** A demand as it was sent, and what its sender holds. */
export interface KeptDemand {
  readonly caseId: string;
  readonly accessToken: string;
  /** Words of the demand that nobody may find in the clear. */
  readonly secretWords: readonly string[];
}

/** Sends a notice as the public. @throws Error with the answer when it is not taken */
export async function sendNotice(api: HttpApi, outside: string): Promise<KeptDemand> {
  return await send(api, '/v1/notices', germanNotice(outside), ['Kanzlei Beispiel', 'recht@kanzlei.example', '§ 130']);
}

/** Sends a removal order as its authority. @throws Error with the answer when it is not taken */
export async function sendOrder(api: HttpApi, outside: string, logins: Logins): Promise<KeptDemand> {
  const { token } = await logins.of('authority');
  const order = { ...removalOrder(outside, new Date().toISOString()), authority: { id: CHECKED_AUTHORITY } };
  return await send(api, '/v1/orders', order, ['Folge 12', 'Verwaltungsgericht Wiesbaden'], token);
}

async function send(
  api: HttpApi,
  path: string,
  body: unknown,
  secretWords: readonly string[],
  token?: string,
): Promise<KeptDemand> {
  const answer = await api.call('POST', path, { body, token });
  if (answer.status !== 202) throw new Error(`answered ${answer.status}: ${answer.body.toString()}`);
  return { ...Receipt.parse(answer.json), secretWords };
}
