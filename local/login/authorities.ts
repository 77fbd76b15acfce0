import { z } from 'zod';
import { Authority, authorityKey } from '#domain/authority';
import { findPlace } from '#domain/places';
import { type DatabaseCall, DatabaseError } from '../dynamodb/call.ts';
import type { LoadedTemplate } from '../template/template.ts';

const Settings = z.object({
  Environment: z.object({ Variables: z.object({ CASE_TABLE: z.string() }) }),
});

/** Official names of authorities that the examples send as. */
const NAMES: Readonly<Record<string, string>> = {
  'de-bka': 'Bundeskriminalamt',
  'de-bnetza': 'Bundesnetzagentur',
};

/**
 * Does what the operator's command does on a stage: enters in the register each authority that is given a token, where
 * its client's id begins with a country (`de-bka`) and the register has no entry of it. Its address is below the
 * reserved domain `example` (RFC 2606), so that it reaches nobody. A client of another name stays unregistered.
 */
export function registerAuthorities(
  call: DatabaseCall,
  template: LoadedTemplate,
): (role: string, client: string) => Promise<void> {
  const table = template
    .ofType('AWS::Lambda::Function')
    .map(({ properties }) => Settings.safeParse(properties).data?.Environment.Variables.CASE_TABLE)
    .find((name) => name !== undefined);
  return async (role, client) => {
    const authority = role === 'authority' ? authorityNamed(client) : null;
    if (authority === null || table === undefined) return;
    const { pk, sk } = authorityKey(client);
    const fields = Object.entries(authority).map(([name, value]) => [name, { S: value }]);
    const item = { pk: { S: pk }, sk: { S: sk }, authority: { M: Object.fromEntries(fields) } };
    try {
      await call('PutItem', { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' });
    } catch (error) {
      const entered = error instanceof DatabaseError && error.code === 'ConditionalCheckFailedException';
      if (!entered) throw error;
    }
  };
}

function authorityNamed(client: string): Authority | null {
  const country = findPlace(/^([a-z]{2})-/.exec(client)?.[1] ?? '')?.country;
  const name = NAMES[client] ?? client;
  const entry = { id: client, name, email: `${client}@authority.example`, country };
  return Authority.safeParse(entry).data ?? null;
}
