import { holidayCalendar } from '#adapters/holiday-calendar';
import type { ScrutinyAnswer } from '#domain/api/work';
import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { clockOfStep, withClock } from '#domain/case-clocks';
import { deliveryKey } from '#domain/case-rows';
import { basisOfCase } from '#domain/catalogue/catalogue';
import { type ScrutinyAuthority, scrutinyAuthority } from '#domain/catalogue/scrutiny-authorities';
import type { Delivery } from '#domain/delivery';
import { normalInstant } from '#domain/instant';
import type { LegalBasis } from '#domain/legal-basis';
import { owedNotifications } from '#domain/notifications';
import { SCRUTINY_REQUEST_KEY, type ScrutinyRequest, ScrutinyRequestRow, type ScrutinyRule } from '#domain/scrutiny';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { newDuty } from '../../legal-removal/tell/new-duty.ts';
import { SCRUTINY_READER } from '../../legal-removal/tell/scrutiny-facts.ts';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { buildPlatform, platformUrl } from '../../parts/platform.ts';
import type { CaseRows } from '../../ports/case-store.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { keepText, type TextDependencies } from '../shared/keep-text.ts';
import { type LeakPorts, refuseLeaks } from '../shared/refuse-leaks.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { tellAgain } from '../shared/tell-again.ts';
import { requestScrutiny } from './contract.ts';

/** What asking for scrutiny needs. */
export interface ScrutinyDependencies extends TextDependencies, LeakPorts {
  readonly cases: TextDependencies['cases'] & LeakPorts['cases'];
  readonly documents: TextDependencies['documents'] & LeakPorts['documents'];
  readonly calendar: Calendar;
}

/**
 * Asks the authority of the establishment, with grounds, to scrutinise an order that came across a border: once a case,
 * and inside the period of the law alone. The order stays executed meanwhile.
 */
export async function askForScrutiny(
  dependencies: ScrutinyDependencies,
  request: RouteRequest<ScrutinyRequest>,
): Promise<Answer> {
  const { cases, clock, calendar } = dependencies;
  const { caller, body } = request;
  const loaded = await requestedCase(cases, request);
  const early = await allowed(cases, loaded, clock.now());
  if ('refused' in early) return early.refused;
  const leaking = await refuseLeaks(dependencies, loaded, () => [
    { path: 'grounds', text: body.grounds, readers: ['authority'] },
  ]);
  if (leaking !== null) return leaking;
  const kept = await keepText(dependencies, loaded.caseId, 'scrutiny-request', { grounds: body.grounds });
  return await cases.change<Answer>(loaded.caseId, async (record, rows) => {
    const at = clock.now();
    const found = await allowed(rows, record, at);
    if ('refused' in found) return { result: found.refused };
    const { basis, rule, authority } = found;
    const delivery = duty(record, basis, authority, at);
    const { deliveryId, kind } = delivery;
    const decideBy = clockOfStep(basis, rule.clocks.decision, at, calendar);
    const again = tellAgain(record, requestScrutiny.operationId, 'scrutiny-request');
    const row: ScrutinyRequestRow = {
      ...{ at, by: caller.subject, infringement: body.infringement, deliveryId },
      documentKey: kept.documentKey,
    };
    const data = { infringement: body.infringement, role: caller.role, document: kept.documentKey };
    const answer: ScrutinyAnswer = { caseId: record.caseId, state: again.state, decisionId: null };
    return {
      change: {
        ...again.change,
        set: { ...again.change.set, clocks: withClock(record.clocks, decideBy) },
        events: [
          newEvent('scrutiny.requested', actorOf(caller), data, { commitments: [kept.commitment] }),
          newEvent('delivery.owed', actorOf(caller), { deliveryId, kind }),
          ...again.change.events,
        ],
        rows: [
          { key: SCRUTINY_REQUEST_KEY, value: row, when: 'new' },
          { key: deliveryKey(deliveryId), value: delivery, when: 'new' },
        ],
        ...request.keeping(202, answer),
      },
      result: { status: 202, body: answer },
    };
  });
}

interface Allowed {
  readonly basis: LegalBasis;
  readonly rule: ScrutinyRule;
  readonly authority: ScrutinyAuthority;
}

async function allowed(
  rows: Pick<CaseRows, 'listRows'>,
  record: CaseRecord,
  now: string,
): Promise<Allowed | { readonly refused: Answer }> {
  const basis = basisOfCase(record);
  const rule = basis?.scrutiny;
  const authority = scrutinyAuthority();
  const window = record.clocks.find(({ clock }) => clock === rule?.clocks.request);
  if (basis === null || !rule || authority === null || window === undefined) {
    return {
      refused: problem(409, 'Only a removal order of another Member State is scrutinised at the establishment.'),
    };
  }
  if (normalInstant(window.dueAt) < now) {
    return { refused: problem(409, `The period in which we may ask ended at ${window.dueAt}.`) };
  }
  const [known] = await rows.listRows(record.caseId, SCRUTINY_REQUEST_KEY, ScrutinyRequestRow);
  if (known !== undefined) return { refused: problem(409, `Scrutiny was asked for already, at ${known.at}.`) };
  return { basis, rule, authority };
}

function duty(record: CaseRecord, basis: LegalBasis, { language }: ScrutinyAuthority, now: string): Delivery {
  const secrecy = { nonDisclosureUntil: record.nonDisclosureUntil, now };
  const [owed] = owedNotifications(basis, 'scrutiny', 'restricted', secrecy);
  if (owed === undefined) throw new Error(`${basis.id} has no request for scrutiny`);
  const reader = { personId: SCRUTINY_READER, language };
  const deliveryId = `case.${owed.kind}.${SCRUTINY_READER}`;
  return { ...newDuty(record, owed, reader, now), deliveryId, decisionId: record.decisionId };
}

/** The Lambda function of `POST /v1/cases/{caseId}/scrutiny-request`. */
export const handler = route(
  requestScrutiny,
  lazily(() => ({
    ...buildCaseWriting(),
    platform: buildPlatform(),
    platformUrl: platformUrl(),
    calendar: holidayCalendar(),
  })),
  askForScrutiny,
);
