import { shownState } from '#domain/api/shared';
import type { InformationDemand } from '#domain/api/work';
import type { CaseRecord } from '#domain/case';
import { deliveryKey } from '#domain/case-rows';
import { Delivery } from '#domain/delivery';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCases } from '../../parts/cases.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { caseIdOf } from '../shared/requested-case.ts';
import { requestInformation } from './contract.ts';

/** Asks the sender for elements while review goes on: a duty to ask is recorded, and what is missing is listed. */
export async function askSender(
  { cases }: { readonly cases: Pick<CaseStore, 'change' | 'listRows'> },
  request: RouteRequest<InformationDemand>,
): Promise<Answer> {
  const { caller, body } = request;
  return await cases.change<Answer>(caseIdOf(request), async (record) => {
    if (record.state !== 'in-review') {
      return { result: problem(409, `Information is asked for in review; the case is in state ${record.state}.`) };
    }
    const missing = [...new Set([...record.missing, ...body.elements])];
    const answer = { caseId: record.caseId, state: shownState(record), missing };
    const asked = await cases.listRows(record.caseId, deliveryKey('case.information-request.'), Delivery);
    const round = Math.max(record.informationRound, asked.length) + 1;
    const delivery = duty(record, round);
    return {
      change: {
        set: { missing, informationRound: round },
        events: [
          newEvent('information.requested', actorOf(caller), { round, elements: body.elements }),
          newEvent('delivery.owed', actorOf(caller), { deliveryId: delivery.deliveryId, kind: delivery.kind }),
        ],
        rows: [{ key: deliveryKey(delivery.deliveryId), value: delivery, when: 'new' }],
        // The waiting run looks up, sends what is owed and waits on.
        outbox: [{ kind: 'ring', doorbell: 'decision' }],
        ...request.keeping(202, answer),
      },
      result: { status: 202, body: answer },
    };
  });
}

function duty(record: CaseRecord, round: number): Delivery {
  const person = record.nature === 'order' ? 'authority' : 'sender';
  return {
    deliveryId: `case.information-request.${person}.${round}`,
    caseId: record.caseId,
    kind: 'information-request',
    to: person,
    personId: person,
    channel: 'mail',
    language: record.language,
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
  lazily(() => ({
    verifier: buildVerifier(),
    cases: buildCases(),
  })),
  askSender,
);
