import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTemplate } from '#local/template/template';
import { assembleProduct, deploymentParameters } from '../../scripts/product.ts';
import {
  forbiddenCalls,
  type Permission,
  type Permissions,
  permissionsOf,
  unusedPermissions,
} from '../support/permissions.ts';
import { readRecordedCalls, recordedAssembly } from '../support/recorded-calls.ts';
import { REASONS } from './reasons.ts';

const API = 'http://localhost';
const folder = mkdtempSync(join(tmpdir(), 'writ-permissions-'));
const calls = readRecordedCalls();
let permissions: Permissions = new Map();

beforeAll(async () => {
  const directory = recordedAssembly() ?? join(folder, 'cdk.out');
  if (recordedAssembly() === null) await assembleProduct(directory);
  const addresses = { api: API, aws: API, issuer: `${API}/_local/issuer` };
  const parameters = deploymentParameters(API);
  const inert = ['AWS::IAM::Policy', 'AWS::IAM::Role'];
  permissions = permissionsOf(loadTemplate({ directory, parameters, addresses, inert }));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The permissions that no call used and no reason explains. */
function unreasoned(granted: Permissions): readonly string[] {
  return unusedPermissions(calls, granted).filter((line) => !REASONS.some(({ unused }) => unused.test(line)));
}

/** The permissions with those of one function changed. */
function changed(name: string, change: (own: readonly Permission[]) => readonly Permission[]): Permissions {
  return new Map([...permissions].map(([known, own]) => [known, known === name ? change(own) : own]));
}

describe('the permissions of the functions, held against what they asked for in all journeys', () => {
  it('are held against calls of nearly every function', () => {
    expect(permissions.size).toBeGreaterThan(40);
    expect(new Set(calls.map((call) => call.function)).size).toBeGreaterThan(permissions.size * 0.8);
  });

  it('allow every call', () => {
    expect(forbiddenCalls(calls, permissions)).toEqual([]);
  });

  it('are all used, or have a reason', () => {
    expect(unreasoned(permissions)).toEqual([]);
  });

  it('have no reason that explains nothing', () => {
    const unused = unusedPermissions(calls, permissions);
    const lasting = REASONS.filter(({ sometimes = false }) => !sometimes);
    const idle = lasting.filter((reason) => !unused.some((line) => reason.unused.test(line)));
    expect(idle.map(({ reason }) => reason)).toEqual([]);
  });

  it('are missed one by one when they are taken away', () => {
    const unused = new Set(unusedPermissions(calls, permissions));
    const used = [...permissions].flatMap(([name, own]) =>
      own
        .filter(({ action, resource }) => !unused.has(`${name}: ${action} on ${resource}`))
        .map((permission) => ({ name, permission: JSON.stringify(permission) })),
    );
    expect(used.length).toBeGreaterThan(200);
    for (const { name, permission } of used) {
      const without = changed(name, (own) => own.filter((one) => JSON.stringify(one) !== permission));
      expect(forbiddenCalls(calls, without), `${name} without ${permission}`).not.toEqual([]);
    }
  });

  it('may hold no wildcard that nobody uses', () => {
    const [name = ''] = permissions.keys();
    const wider = changed(name, (own) => [...own, { action: 'dynamodb:Delete*', resource: '*' }]);
    expect(unreasoned(wider)).toEqual([`${name}: dynamodb:Delete* on *`]);
  });
});
