import { germanNotice, itemUrl, rejection, removalOrder, restriction, takedownNotice } from './examples.ts';
import { LocalClient } from './local-client.ts';

/**
 * Makes a handful of cases in different states, through the API and on the driven clock, as people would.
 * @param say takes a line of progress
 */
export async function seedProduct(api: string, say: (line: string) => void): Promise<void> {
  const client = new LocalClient(api);
  say('\nSeeding cases through the API ...');
  const closed = await client.notice(germanNotice(api));
  await client.idle();
  await client.decide(closed.caseId, 'specialist', 'sam', restriction(['item-1'], ['DE']));
  await client.until(closed.caseId, ({ state }) => state === 'closed');
  say(`  ${closed.reference}  closed: a German notice, blocked in Germany`);

  const comment = { items: [{ url: itemUrl(api, 'comments/cmt-3001') }] };
  const rejected = await client.notice({ ...germanNotice(api), ...comment });
  await client.idle();
  await client.decide(rejected.caseId, 'specialist', 'sam', rejection());
  await client.until(rejected.caseId, ({ state }) => state === 'closed');
  say(`  ${rejected.reference}  closed: a notice without success`);

  const order = await client.order({ ...removalOrder(api, await client.now()), reference: 'BKA-2026-0001' }, 'de-bka');
  await client.until(order.caseId, ({ state }) => state === 'in-review');
  say(`  ${order.reference}  in review: a removal order, executed within the hour`);

  const claimed = await client.notice(takedownNotice(api));
  await client.idle();
  await client.must('POST', `/v1/cases/${claimed.caseId}/claim`, {}, await client.token('specialist', 'sam'));
  say(`  ${claimed.reference}  in review, claimed: a label's takedown notice`);

  const waiting = await client.notice({ ...germanNotice(api), items: [] });
  say(`  ${waiting.reference}  awaiting information: nothing says where the content is`);

  const wide = await client.notice(germanNotice(api, 'tracks/trk-1003'));
  await client.idle();
  await client.decide(wide.caseId, 'specialist', 'sam', restriction(['item-1'], ['WORLD']));
  say(`  ${wide.reference}  awaiting approval: worldwide, so a second person looks at it`);

  const incomplete = await client.notice({
    ...takedownNotice(api, 'tracks/trk-1003'),
    signature: undefined,
    statements: { goodFaith: true, accurate: true, authorised: true, underPenaltyOfPerjury: false },
  });
  say(`  ${incomplete.reference}  in review, something asked for: a notice without a signature`);

  const danger = await client.notice({
    ...germanNotice(api),
    ...comment,
    explanation: 'Er schreibt, er will sich heute Nacht umbringen. Bitte handeln Sie sofort.',
  });
  await client.idle();
  say(`  ${danger.reference}  in review, the on-call person paged: a danger signal in the text`);
}
