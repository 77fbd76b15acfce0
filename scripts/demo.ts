import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { confirmation, germanNotice, removalOrder, restriction } from './examples.ts';
import { type CaseView, LocalClient } from './local-client.ts';
import { assembleProduct, startProduct } from './product.ts';
import { verifyEvidence } from './verify-evidence.ts';

/** A Saturday evening, so that the order arrives when nobody is awake. */
const START = '2026-10-17T21:30:00Z';

const folder = mkdtempSync(join(tmpdir(), 'writ-demo-'));
const say = (line: string): void => console.log(line);

say('Building the functions and synthesizing the template ...');
await assembleProduct(join(folder, 'cdk.out'));
const runtime = await startProduct({
  assembly: join(folder, 'cdk.out'),
  dataDirectory: join(folder, 'data'),
  port: 0,
  startAt: START,
});
try {
  const client = new LocalClient(runtime.urls.api);
  const valid = [await tellNotice(client), await tellOrder(client)];
  if (valid.includes(false)) process.exitCode = 1;
  say(valid.includes(false) ? '\nAn audit did not verify.' : '\nBoth cases are closed and both audits verify.');
} finally {
  await runtime.close();
  rmSync(folder, { recursive: true, force: true });
}

async function tellNotice(client: LocalClient): Promise<boolean> {
  say('\n1  A German notice (Art 16 DSA) about one track, for Germany');
  const { caseId, reference } = await client.notice(germanNotice(runtime.urls.api));
  say(`   received as ${reference}; the sender holds a receipt and an access token`);
  const review = await client.until(caseId, ({ state }) => state === 'in-review');
  say(`   validated and planned: ${review.state}, tier ${review.tier}`);
  await client.decide(caseId, 'specialist', 'sam', restriction(['item-1'], ['DE']));
  say('   sam, a specialist, claimed it and decided: audio off in Germany, § 130 StGB');
  const closed = await client.until(caseId, ({ state }) => state === 'closed');
  await tellEffect(client, closed, 'tracks/trk-1001', ['DE', 'AT']);
  return await verified(client, closed);
}

async function tellOrder(client: LocalClient): Promise<boolean> {
  say('\n2  A removal order (Art 3 TCO) on a Saturday night, nobody awake');
  const issuedAt = await client.now();
  const { caseId, reference, receivedAt } = await client.order(removalOrder(runtime.urls.api, issuedAt), 'de-bka');
  say(`   received as ${reference} at ${receivedAt}; the authority holds a signed receipt`);
  const review = await client.until(caseId, ({ state }) => state === 'in-review');
  await tellEffect(client, review, 'podcasts/pod-2001', ['DE', 'FR', 'US']);
  say(`   only now, at ${await client.now()}, it waits for a person: ${review.state}`);
  await client.decide(caseId, 'specialist', 'sam', confirmation());
  say('   sam confirmed the removal; a second person must agree');
  const counsel = await client.token('counsel', 'carla');
  await client.must(
    'POST',
    `/v1/cases/${caseId}/approval`,
    { verdict: 'approve', reason: 'The order is valid.' },
    counsel,
  );
  say('   carla, counsel, approved');
  return await verified(client, await client.until(caseId, ({ state }) => state === 'closed'));
}

async function tellEffect(
  client: LocalClient,
  view: CaseView,
  item: string,
  countries: readonly string[],
): Promise<void> {
  for (const country of countries) {
    const { status } = await client.call('GET', `/_local/platform/${item}?territory=${country}`);
    say(`   in ${country} the platform answers ${status}${status === 451 ? ' (dark)' : ' (up)'}`);
  }
  for (const { kind, to, channel, state } of view.deliveries) say(`   told: ${to} by ${channel}: ${kind}, ${state}`);
}

async function verified(client: LocalClient, view: CaseView): Promise<boolean> {
  say(`   ${view.state}: ${view.outcome ?? 'without outcome'}`);
  const auditor = await client.token('auditor', 'ada');
  const bundle = await client.download(`/v1/cases/${view.caseId}/evidence`, auditor);
  const keys = await client.call('GET', '/.well-known/jwks.json');
  const { valid, lines } = await verifyEvidence(bundle, keys.text);
  say(`   the evidence bundle, verified offline: ${lines.join('; ')}`);
  return valid;
}
