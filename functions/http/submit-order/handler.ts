import { holidayCalendar } from '#adapters/holiday-calendar';
import type { Calendar } from '#domain/calendar';
import { canonicalJson } from '#domain/canonical-json';
import { clocksAtReceipt } from '#domain/case-clocks';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import { detectDanger } from '#domain/danger';
import type { LegalBasis } from '#domain/legal-basis';
import { clocksOwedTo } from '#domain/masking';
import { secrecyClock } from '#domain/secrecy';
import { type OrderRequest, textsOf } from '#domain/submission';
import { expandTerritories } from '#domain/territory';
import { systemClock } from '#runtime/clock';
import { randomIds } from '#runtime/ids';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildSigner } from '../../parts/signer.ts';
import { buildVault } from '../../parts/vault.ts';
import { buildVerifier, publicUrl } from '../../parts/verifier.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Signer } from '../../ports/outside.ts';
import { actorOf } from '../shared/events.ts';
import { countItems, type IntakeDependencies, makeKeys, recordCase, type Submission } from '../shared/intake.ts';
import { newCaseRecord } from '../shared/new-case.ts';
import { submitOrder } from './contract.ts';

/** What taking an order needs. */
export interface SubmitOrderDependencies extends IntakeDependencies {
  readonly signer: Pick<Signer, 'sign'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendar: Calendar;
  readonly publicUrl: string;
}

/** The person id of whoever sends an order. */
const AUTHORITY = 'authority';

/** Takes an order: keeps it encrypted, records the case, and gives the authority a signed receipt. */
export async function takeOrder(
  dependencies: SubmitOrderDependencies,
  request: RouteRequest<OrderRequest>,
): Promise<Answer> {
  const { body, caller } = request;
  const basis = findLegalBasis(body.legalBasis);
  if (basis === null || basis.nature !== 'order') {
    return problem(400, 'Choose another legal basis.', [
      { path: 'legalBasis', message: 'no orders are taken on this legal basis' },
    ]);
  }
  const named = body.authority?.id ?? caller.client;
  if (named !== caller.client || !basis.submitters.includes(caller.role)) {
    return problem(403, 'The token belongs to another authority than the one named in "authority".');
  }
  const submission = prepare(dependencies, request, basis);
  const { record } = submission;
  const keys = await makeKeys(dependencies.vault, record.caseId, AUTHORITY);
  const { caseId, receivedAt } = record;
  const proof = canonicalJson({ caseId, receivedAt, sha256: request.bodySha256 });
  const receipt = {
    caseId,
    reference: record.reference,
    legalBasis: record.legalBasis,
    receivedAt,
    state: record.state,
    statusUrl: `${dependencies.publicUrl}/v1/orders/${caseId}`,
    clocks: clocksOwedTo('authority', record.clocks),
    receipt: await dependencies.signer.sign(proof),
  };
  const refusal = await recordCase(dependencies, submission, keys, request.keep(202, receipt));
  return refusal ?? { status: 202, body: receipt };
}

function prepare(
  { clock, ids, calendar }: SubmitOrderDependencies,
  { body, bodySha256, caller }: RouteRequest<OrderRequest>,
  basis: LegalBasis,
): Submission {
  const receivedAt = clock.now();
  const caseId = ids.caseId();
  const authority = { id: caller.client };
  const kept = { ...body, kind: 'order', submittedBy: caller.role, bodySha256, authority } as const;
  const secrecy = secrecyClock(basis, body.nonDisclosureUntil ?? null, body.issuedAt ?? receivedAt, calendar);
  const ordered = body.complyBy === null || body.complyBy === undefined ? undefined : { complyBy: body.complyBy };
  const record = newCaseRecord({
    caseId,
    reference: ids.reference(),
    basis,
    language: body.language,
    receivedAt,
    personId: AUTHORITY,
    authorityId: caller.client,
    itemCount: countItems(kept),
    territories: expandTerritories(body.territories.length > 0 ? body.territories : basis.territory.default),
    clocks: [
      ...clocksAtReceipt(basis, receivedAt, calendar, { ordered }),
      ...(secrecy === null ? [] : [secrecy.clock]),
    ],
    nonDisclosureUntil: secrecy?.until ?? null,
    signals: detectDanger(textsOf(body)),
  });
  const party = {
    personId: AUTHORITY,
    role: 'authority',
    name: caller.client,
    email: null,
    language: body.language,
    country: null,
  } as const;
  return { record, party, kept, files: {}, actor: actorOf(caller) };
}

/** The Lambda function of `POST /v1/orders`. */
export const handler = route(
  submitOrder,
  lazily(() => ({
    verifier: buildVerifier(),
    cases: buildCases(),
    documents: buildDocuments(),
    vault: buildVault(),
    signer: buildSigner(),
    clock: systemClock,
    ids: randomIds,
    calendar: holidayCalendar(),
    publicUrl: publicUrl(),
  })),
  takeOrder,
);
