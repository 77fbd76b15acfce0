import { shownState } from '#domain/api/shared';
import type { InformationDemand } from '#domain/api/work';
import type { CaseRecord } from '#domain/case';
import { deliveryKey, questionKey } from '#domain/case-rows';
import { Delivery } from '#domain/delivery';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { buildPlatform, platformUrl } from '../../parts/platform.ts';
import type { RowPut } from '../../ports/case-store.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { type KeptText, keepText, type TextDependencies } from '../shared/keep-text.ts';
import { type LeakPorts, refuseLeaks } from '../shared/refuse-leaks.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { requestInformation } from './contract.ts';

/** What asking needs. */
export interface AskDependencies extends TextDependencies, LeakPorts {
  readonly cases: TextDependencies['cases'] & LeakPorts['cases'];
  readonly documents: TextDependencies['documents'] & LeakPorts['documents'];
}

/**
 * Asks the sender for elements while review goes on: a duty to ask is recorded, and what is missing is listed. What was
 * given is asked for again only with a reason, which the letter says.
 */
export async function askSender(
  dependencies: AskDependencies,
  request: RouteRequest<InformationDemand>,
): Promise<Answer> {
  const { cases, clock } = dependencies;
  const { caller, body } = request;
  const loaded = await requestedCase(cases, request);
  const { caseId } = loaded;
  const early = refusal(loaded, body);
  if (early !== null) return early;
  const { reason } = body;
  const leaking = await refuseLeaks(dependencies, loaded, ({ asker }) =>
    reason === undefined ? [] : [{ path: 'reason', text: reason, readers: [asker] }],
  );
  if (leaking !== null) return leaking;
  const kept = reason === undefined ? null : await keepText(dependencies, caseId, 'question', { reason });
  return await cases.change<Answer>(caseId, async (record) => {
    const refused = refusal(record, body);
    if (refused !== null) return { result: refused };
    const missing = [...new Set([...record.missing, ...body.elements])];
    const answer = { caseId, state: shownState(record), missing };
    const asked = await cases.listRows(caseId, deliveryKey('case.information-request.'), Delivery);
    const round = Math.max(record.informationRound, asked.length) + 1;
    const delivery = duty(record, round, clock.now());
    const { deliveryId, kind } = delivery;
    const data = { round, elements: body.elements, ...(kept !== null && { document: kept.documentKey }) };
    const commitments = kept === null ? [] : [kept.commitment];
    return {
      change: {
        set: { missing, informationRound: round },
        events: [
          newEvent('information.requested', actorOf(caller), data, { commitments }),
          newEvent('delivery.owed', actorOf(caller), { deliveryId, kind }),
        ],
        rows: [
          { key: deliveryKey(deliveryId), value: delivery, when: 'new' },
          ...(kept === null ? [] : [questionRow(deliveryId, body, kept)]),
        ],
        // The waiting run looks up, sends what is owed and waits on.
        outbox: [{ kind: 'ring', doorbell: 'decision' }],
        ...request.keeping(202, answer),
      },
      result: { status: 202, body: answer },
    };
  });
}

function questionRow(deliveryId: string, { elements }: InformationDemand, { documentKey }: KeptText): RowPut {
  return { key: questionKey(deliveryId), value: { elements, documentKey }, when: 'new' };
}

/** Why nothing is asked for now, or null. */
function refusal({ state, missing }: CaseRecord, { elements, reason }: InformationDemand): Answer | null {
  if (state !== 'in-review') {
    return problem(409, `Information is asked for in review; the case is in state ${state}.`);
  }
  const given = elements.flatMap((element, index) => (missing.includes(element) ? [] : [{ element, index }]));
  if (reason !== undefined || given.length === 0) return null;
  return problem(
    409,
    'The sender has given this. Say in "reason" why it is asked for again; the letter says so.',
    given.map(({ element, index }) => ({ path: `elements.${index}`, message: `${element} is not missing` })),
  );
}

function duty(record: CaseRecord, round: number, owedAt: string): Delivery {
  const person = record.nature === 'order' ? 'authority' : 'sender';
  return {
    deliveryId: `case.information-request.${person}.${round}`,
    caseId: record.caseId,
    kind: 'information-request',
    to: person,
    personId: person,
    channel: 'mail',
    language: record.language,
    owedAt,
    ...NOT_YET,
  };
}

const NOT_YET = {
  state: 'owed',
  attempt: 0,
  possibleDuplicate: false,
  owner: null,
  reason: null,
  notBefore: null,
  decisionId: null,
  contentSha256: null,
  documentKey: null,
  providerMessageId: null,
  claimedAt: null,
  acceptedAt: null,
  deliveredAt: null,
} satisfies Partial<Delivery>;

/** The Lambda function of `POST /v1/cases/{caseId}/information-requests`. */
export const handler = route(
  requestInformation,
  lazily(() => ({ ...buildCaseWriting(), platform: buildPlatform(), platformUrl: platformUrl() })),
  askSender,
);
