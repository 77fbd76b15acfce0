import { holidayCalendar } from '#adapters/holiday-calendar';
import { isInForceOn } from '#domain/applicability';
import { type OrderSender, orderSender } from '#domain/authority';
import type { Calendar } from '#domain/calendar';
import { canonicalJson } from '#domain/canonical-json';
import { clocksAtReceipt } from '#domain/case-clocks';
import { basesOpenTo, basisOfOrder, findLegalBasis } from '#domain/catalogue/catalogue';
import { detectDanger } from '#domain/danger';
import type { LegalBasis } from '#domain/legal-basis';
import { clocksOwedTo } from '#domain/masking';
import { decidedInstant, HOURS_ISSUED_AHEAD, isIssuedAhead, secrecyClock } from '#domain/secrecy';
import { sentWith } from '#domain/sent';
import { conditionsOf, type OrderRequest, textsOf } from '#domain/submission';
import { expandTerritories, isWithin } from '#domain/territory';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildAuthorities } from '../../parts/authorities.ts';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { buildSigner } from '../../parts/signer.ts';
import { publicUrl } from '../../parts/verifier.ts';
import type { AuthorityRegister } from '../../ports/authorities.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Signer } from '../../ports/outside.ts';
import { actorOf } from '../shared/events.ts';
import { countItems, type IntakeDependencies, makeKeys, recordCase, type Submission } from '../shared/intake.ts';
import { newCaseRecord } from '../shared/new-case.ts';
import { refuseTooManyOfClient, type ThrottlingDependencies } from '../shared/throttling.ts';
import { submitOrder } from './contract.ts';
import { lookUpReference, orderKey, type Reference } from './known-order.ts';

/** What taking an order needs. */
export interface SubmitOrderDependencies extends IntakeDependencies, ThrottlingDependencies {
  readonly cases: Pick<CaseStore, 'create' | 'load' | 'findOrder'>;
  readonly authorities: AuthorityRegister;
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
  const day = dependencies.clock.now().slice(0, 10);
  if (basis === null || basis.nature !== 'order' || !isInForceOn(basis, day)) {
    return problem(400, `Choose another legal basis: ${basesOpenTo('authority').join(', ')}.`, [
      { path: 'legalBasis', message: 'no orders are taken on this legal basis' },
    ]);
  }
  const sender = orderSender(await dependencies.authorities.find(caller.client), caller.client);
  const named = body.authority?.id ?? sender.id;
  if (named !== sender.id || !basis.submitters.includes(caller.role)) {
    return problem(403, 'The token belongs to another authority than the one named in "authority".');
  }
  // An order of an authority that nobody has registered is not refused: a person finds out who sent it.
  if (basis.fromCountries !== null && sender.registered && !isWithin([sender.country], basis.fromCountries)) {
    return problem(403, `Orders on ${basis.id} come from authorities of: ${basis.fromCountries.join(', ')}.`);
  }
  const tooMany = await refuseTooManyOfClient(dependencies, request);
  if (tooMany !== null) return tooMany;
  const receivedAt = dependencies.clock.now();
  if (typeof body.issuedAt === 'string' && isIssuedAhead(body.issuedAt, receivedAt)) {
    return problem(400, 'An order cannot be issued after it arrives.', [
      { path: 'issuedAt', message: `at most ${HOURS_ISSUED_AHEAD} hours ahead of its receipt` },
    ]);
  }
  const key = orderKey(sender.id, body.reference);
  const look = async (): Promise<Reference> => lookUpReference(dependencies, basis, key, request.bodySha256);
  const before = await look();
  if (before.kind === 'known') return before.answer;
  const submission = prepare(dependencies, request, { basis, receivedAt, sender });
  const { record } = submission;
  const keys = await makeKeys(dependencies.vault, record.caseId, AUTHORITY);
  const { caseId } = record;
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
  const claim = { bodySha256: request.bodySha256, answer: JSON.stringify(receipt), replaces: before.replaces };
  const claimed = key === null ? submission : { ...submission, order: { key, ...claim } };
  const refusal = await recordCase(dependencies, claimed, keys, request.keep(202, receipt));
  if (refusal === null) return { status: 202, body: receipt };
  // A twin was faster: what it was answered is the answer.
  const after = await look();
  return after.kind === 'known' ? after.answer : refusal;
}

function prepare(
  { ids, calendar }: SubmitOrderDependencies,
  { body, bodySha256, caller }: RouteRequest<OrderRequest>,
  {
    basis,
    receivedAt,
    sender,
  }: { readonly basis: LegalBasis; readonly receivedAt: string; readonly sender: OrderSender },
): Submission {
  const issuedAt = decidedInstant(body.issuedAt, receivedAt);
  const caseId = ids.caseId();
  const authority = { id: sender.id };
  const kept = { ...body, kind: 'order', submittedBy: caller.role, bodySha256, authority } as const;
  const secrecy = secrecyClock(basis, body.nonDisclosureUntil ?? null, issuedAt, calendar);
  const ordered = body.complyBy === null || body.complyBy === undefined ? undefined : { complyBy: body.complyBy };
  const options = { ordered, conditions: conditionsOf(body) };
  const record = newCaseRecord({
    caseId,
    reference: ids.reference(),
    basis,
    language: body.language,
    receivedAt,
    personId: AUTHORITY,
    authorityId: sender.id,
    authorityCountry: sender.country,
    itemCount: countItems(kept),
    sent: sentWith(kept),
    issuedAt,
    territories: expandTerritories(body.territories.length > 0 ? body.territories : basis.territory.default),
    clocks: [
      ...clocksAtReceipt(basisOfOrder(basis, sender.country), receivedAt, calendar, options),
      ...(secrecy === null ? [] : [secrecy.clock]),
    ],
    nonDisclosureUntil: secrecy?.until ?? null,
    signals: detectDanger(textsOf(body)),
  });
  const party = {
    personId: AUTHORITY,
    role: 'authority',
    name: sender.name,
    email: sender.email,
    language: body.language,
    country: sender.country,
  } as const;
  return { record, party, kept, files: {}, actor: actorOf(caller) };
}

/** The Lambda function of `POST /v1/orders`. */
export const handler = route(
  submitOrder,
  lazily(() => ({
    ...buildCaseWriting(),
    authorities: buildAuthorities(),
    signer: buildSigner(),
    calendar: holidayCalendar(),
    publicUrl: publicUrl(),
  })),
  takeOrder,
);
