import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEGAL_BASES } from '../../../domain/catalogue/catalogue.ts';
import type { Delivery } from '../../../domain/delivery.ts';
import type { LegalBasisId } from '../../../domain/legal-basis.ts';
import { isWithin } from '../../../domain/territory.ts';
import { CASE_SECRET } from '../../../functions/ports/vault.ts';
import { caseToken } from '../../../functions/runtime/case-token.ts';
import { NOTICE, ORDER } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const DATABASE = 'transparency-database-entry';
const LUMEN = 'lumen-notice';
/** Of these alone Lumen hears, whatever is decided. */
const SHARED: readonly LegalBasisId[] = ['DSA_ART9', 'COURT_ORDER', 'US_DMCA_512', 'EU_TM'];
const TO_SENDER = ['decision-to-sender', 'receipt'];
/** What a restriction on a notice owes, on an order of a Member State, and on a demand of a third country. */
const RESTRICTED_ON_NOTICE = [...TO_SENDER, 'partner-restriction', 'statement-of-reasons', DATABASE];
const RESTRICTED_ON_UNION_ORDER = ['effect-report', 'information-about-order', 'partner-restriction', 'receipt'];
const RESTRICTED_ON_FOREIGN_ORDER = [
  'effect-report',
  'partner-restriction',
  'receipt',
  'statement-of-reasons',
  DATABASE,
];

/** One row: basis, who sends it, what a restriction owes, what a refusal owes, and where the restriction has effect. */
interface Row {
  readonly basis: LegalBasisId;
  readonly from: string | null;
  readonly restricted: readonly string[];
  readonly refused: readonly string[];
  readonly dark: string;
  readonly up: string;
}

const notice = (basis: LegalBasisId, dark: string, up: string, from: string | null = null): Row => {
  return { basis, from, restricted: RESTRICTED_ON_NOTICE, refused: TO_SENDER, dark, up };
};
const heard = (basis: LegalBasisId, dark: string, up: string): Row => {
  const both = ['hearing-confirmation', 'hearing-notice'];
  const { restricted, refused, ...row } = notice(basis, dark, up);
  return { ...row, restricted: [...restricted, ...both], refused: [...refused, ...both] };
};
const foreign = (basis: LegalBasisId, from: string, dark: string, up: string): Row => {
  return { basis, from, restricted: RESTRICTED_ON_FOREIGN_ORDER, refused: TO_SENDER, dark, up };
};
const union = (basis: LegalBasisId, from: string, dark: string, up: string): Row => {
  return { basis, from, restricted: RESTRICTED_ON_UNION_ORDER, refused: TO_SENDER, dark, up };
};

const ROWS: readonly Row[] = [
  union('DSA_ART9', 'authority:fr-arcom:fr-arcom', 'FR', 'US'),
  union('COURT_ORDER', 'authority:de-lg-hamburg:de-lg-hamburg', 'DE', 'US'),
  foreign('COURT_ORDER', 'authority:us-ndcal:us-ndcal', 'DE', 'US'),
  {
    ...union('EU_TCO_ART3', 'authority:de-bka:de-bka', 'PT', 'US'),
    refused: [
      ...RESTRICTED_ON_UNION_ORDER,
      'impossibility-report',
      'partner-reinstatement',
      'reinstatement-to-sender',
      'reinstatement-to-uploader',
    ],
  },
  foreign('UK_CPA_S21', 'authority:gb-nca:gb-nca', 'GB', 'DE'),
  foreign('UK_TA2006_S3', 'authority:gb-met:gb-met', 'GB', 'IE'),
  foreign('AU_OSA', 'authority:au-esafety:au-esafety', 'AU', 'NZ'),
  foreign('IN_3_1_D', 'authority:in-meity:in-meity', 'IN', 'DE'),
  notice('DSA_ART16', 'IT', 'US'),
  notice('US_DMCA_512', 'LI', ''),
  {
    ...notice('US_TIDA', 'US', 'DE'),
    refused: [...RESTRICTED_ON_NOTICE, 'partner-reinstatement', 'reinstatement-to-sender', 'reinstatement-to-uploader'],
  },
  notice('UK_OSA_NCII', 'GB', 'US'),
  notice('UK_CTIRU', 'GB', 'DE', 'trusted-flagger:ctiru'),
  notice('GDPR_ART17', 'NO', 'US'),
  notice('IN_3_2_B', 'IN', 'DE'),
  notice('IN_GRIEVANCE', 'IN', 'DE'),
  notice('EU_TM', 'ES', 'US'),
  notice('TERMS', 'IS', ''),
  {
    // The poster consents: a rule removes it, and a person confirms that or takes it back.
    ...heard('UK_DEF_S5', 'GB', 'US'),
    refused: [
      ...heard('UK_DEF_S5', 'GB', 'US').restricted,
      'partner-reinstatement',
      'reinstatement-to-sender',
      'reinstatement-to-uploader',
    ],
  },
  {
    ...heard('DE_URHDAG_14', 'DE', 'AT'),
    refused: [...heard('DE_URHDAG_14', 'DE', 'AT').refused, 'hearing-outcome'],
  },
  {
    // Those concerned are heard on the restriction that is intended, and on no refusal.
    ...notice('EMFA_18', 'ES', 'US'),
    restricted: [...RESTRICTED_ON_NOTICE, 'hearing-notice'],
  },
];

/** One row of a demand for information: who sends it, what a disclosure owes at once, and what it withholds. */
interface InformationRow {
  readonly basis: LegalBasisId;
  readonly from: string;
  readonly secret: boolean;
  readonly disclosed: readonly string[];
  readonly withheld: readonly string[];
}

const REPORTED = ['effect-report', 'receipt'];
const INFORMED = 'information-about-order';

const DEMANDS_FOR_INFORMATION: readonly InformationRow[] = [
  {
    basis: 'DSA_ART10',
    from: 'authority:de-bka:de-bka',
    secret: false,
    disclosed: [...REPORTED, INFORMED],
    withheld: [],
  },
  { basis: 'DSA_ART10', from: 'authority:de-bka:de-bka', secret: true, disclosed: REPORTED, withheld: [INFORMED] },
  // The issuing authority informs the person; we keep it confidential, with or without a date.
  { basis: 'EU_EEVIDENCE', from: 'authority:fr-arcom:fr-arcom', secret: false, disclosed: REPORTED, withheld: [] },
];

/** One row of a complaint: against what was decided, how it is decided, and what that owes the one who complains. */
interface ComplaintRow {
  readonly basis: LegalBasisId;
  readonly against: 'restrict' | 'reject';
  readonly outcome: 'upheld' | 'reject';
  readonly owed: readonly string[];
}

const COMPLAINTS: readonly ComplaintRow[] = (['restrict', 'reject'] as const).flatMap((against) =>
  (['upheld', 'reject'] as const).map((outcome) => {
    return { basis: 'DSA_ART20', against, outcome, owed: ['complaint-decision', 'receipt'] } as const;
  }),
);

const PACKAGE = {
  reference: 'PKG-7',
  categories: ['subscriber', 'traffic'],
  channel: 'authority-portal',
  sha256: 'ab'.repeat(32),
};
const SECRET_UNTIL = '2026-11-05T08:00:00.000Z';

const SENDER_NAME = 'Dr. Quirina Zeisig';
const STATEMENTS = {
  goodFaith: true,
  accurate: true,
  authorised: true,
  underPenaltyOfPerjury: true,
  affectedPerson: true,
  withoutConsent: true,
  posterUnknown: true,
};

const DEFAMATION = { meaning: 'That he steals.', inaccuracies: 'He does not.' };

describe('a demand on each legal basis', () => {
  // Monday, in the week after all that is in force had come into force.
  const removal = new RemovalWorld('2026-10-05T08:00:00.000Z');
  const restricted = new Map<Row, string>();
  const refused = new Map<Row, string>();

  beforeAll(async () => {
    removal.lumenAnswer = () => null;
    let number = 0;
    for (const row of ROWS) {
      restricted.set(row, await submit(removal, row, ++number));
      refused.set(row, await submit(removal, row, ++number));
    }
    const cases = [...restricted.values(), ...refused.values()];
    for (const caseId of cases) await answerIfHeard(removal, caseId);
    await removal.until(() => cases.every((caseId) => removal.record(caseId).state === 'in-review'));
    for (const [row, caseId] of restricted) {
      await decide(removal, row, caseId, 'restrict');
      if (await answerIfHeard(removal, caseId)) {
        await removal.until(() => removal.record(caseId).state === 'in-review');
        await decide(removal, row, caseId, 'restrict');
      }
    }
    for (const [row, caseId] of refused) await decide(removal, row, caseId, 'reject');
    await removal.until(() => cases.every((caseId) => removal.record(caseId).state === 'closed'));
    await removal.settle();
  });
  afterAll(() => removal.dispose());

  it('is tried on every basis that the catalogue opens', () => {
    const tried = new Set([...ROWS, ...DEMANDS_FOR_INFORMATION, ...COMPLAINTS].map(({ basis }) => basis));
    expect([...tried].toSorted()).toEqual(LEGAL_BASES.map(({ id }) => id).toSorted());
  });

  it.each(named())('%s, restricted: tells exactly those owed, and is sealed', (_name, row) => {
    const caseId = restricted.get(row) ?? '';
    const act = removal.deliveries(caseId).filter(({ kind }) => kind !== 'information-request');
    expect(owedIn(row, act)).toEqual(shared(row, row.restricted).filter(isJudged(row)).toSorted());
    // How far an entry in the database has come is its channel's affair.
    const told = act.filter(({ kind }) => kind !== DATABASE);
    for (const { kind, state } of told) expect([kind, state]).toEqual([kind, 'delivered']);
    expect(removal.record(caseId)).toMatchObject({ outcome: 'actioned', missing: [], parked: null });
    expect(removal.audit(caseId).slice(-2)).toEqual(['case.sealed', 'case.closed']);
    expect(removal.sealed.has(`seals/${caseId}/${removal.record(caseId).audit.seq}.json`)).toBe(true);
  });

  it.each(named())('%s, refused: tells those who asked, and restricts nothing', (_name, row) => {
    const caseId = refused.get(row) ?? '';
    expect(owedIn(row, removal.deliveries(caseId))).toEqual(shared(row, row.refused).filter(isJudged(row)).toSorted());
    expect(removal.platform.restrictionsOf({ kind: 'tracks', id: itemOf(caseId) })).toEqual([]);
  });

  it.each(named())('%s: is dark where the law reaches and up elsewhere', (_name, row) => {
    const { default: elsewhere, exceptions = {} } =
      removal.platform.seen(itemOf(restricted.get(row) ?? ''))['audio'] ?? {};
    const seenIn = (country: string): string | undefined => exceptions[country] ?? elsewhere;
    expect(seenIn(row.dark)).toBe('dark');
    if (row.up !== '') expect(seenIn(row.up)).toBe('up');
  });

  it.each(named())(
    '%s: does not tell the uploader who complained, save where the right is theirs',
    async (_name, row) => {
      const letters = await lettersOf(restricted.get(row) ?? '', ['statement-of-reasons', 'information-about-order']);
      expect(letters).toHaveLength(1);
      const disclosed = ['US_DMCA_512', 'EU_TM', 'DE_URHDAG_14'].includes(row.basis);
      for (const letter of letters) expect(letter.includes(SENDER_NAME)).toBe(disclosed);
    },
  );

  it('finds no contradiction between the messages of any decision', () => {
    const duties = [...restricted.values(), ...refused.values()].flatMap((caseId) => removal.deliveries(caseId));
    expect(duties.filter(({ told }) => told !== undefined).length).toBeGreaterThan(ROWS.length);
    expect(duties.filter(({ reason }) => reason === 'contradiction-found')).toEqual([]);
  });

  it('tells Lumen of no basis that is not shared, and on none who complained or whose content it is', () => {
    expect(removal.published).toHaveLength(2 * ROWS.filter(({ basis }) => SHARED.includes(basis)).length);
    const text = JSON.stringify(removal.published);
    const { uploaders } = removal.platform;
    expect(uploaders.length).toBeGreaterThan(3);
    for (const secret of [SENDER_NAME, 'Zeisig', NOTICE.submitter.email, ...uploaders]) {
      expect(text).not.toContain(secret);
    }
  });

  it.each([
    ['US_TIDA', 'wholly by automated means'],
    ['AU_OSA', 'a demand of an authority or a court outside the European Union'],
    ['TERMS', 'this provision of our terms and conditions'],
    ['GDPR_ART17', 'submitted to us in another way'],
    ['EU_TM', 'under Article 16 of Regulation (EU) 2022/2065'],
  ] as const)('%s: says in its statement of reasons what set it off and on which ground', async (basis, part) => {
    const row = ROWS.find((candidate) => candidate.basis === basis);
    const [letter] = await lettersOf(row === undefined ? '' : (restricted.get(row) ?? ''), ['statement-of-reasons']);
    expect(letter).toContain(part);
  });

  it.each([
    ['GDPR_ART17', 'data protection supervisory authority'],
    ['IN_3_2_B', 'Grievance Appellate Committee within 30 days'],
    ['IN_GRIEVANCE', 'Grievance Appellate Committee within 30 days'],
  ] as const)('%s: names in its refusal whom to turn to', async (basis, part) => {
    const row = ROWS.find((candidate) => candidate.basis === basis);
    const [letter] = await lettersOf(row === undefined ? '' : (refused.get(row) ?? ''), ['decision-to-sender']);
    expect(letter).toContain(part);
  });

  it('is stated in the Transparency Database on the topic of its legal basis', () => {
    expect(removal.stated).toContainEqual(
      expect.objectContaining({
        category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
        category_specification: ['KEYWORD_RIGHT_TO_BE_FORGOTTEN'],
      }),
    );
  });

  const lettersOf = (caseId: string, kinds: readonly string[]): Promise<string[]> => lettersIn(removal, caseId, kinds);

  function itemOf(caseId: string): string {
    const cases = [...ROWS].flatMap((row) => [restricted.get(row), refused.get(row)]);
    // Every item of an odd number is the work of somebody who reads English.
    return `trk-bulk-${cases.indexOf(caseId) * 2 + 1}`;
  }
});

describe('a demand for information on each legal basis', () => {
  const removal = new RemovalWorld('2026-10-05T08:00:00.000Z');
  const disclosed = new Map<InformationRow, string>();
  const refused = new Map<InformationRow, string>();

  beforeAll(async () => {
    let number = 0;
    for (const row of DEMANDS_FOR_INFORMATION) {
      disclosed.set(row, await demand(removal, row, ++number));
      refused.set(row, await demand(removal, row, ++number));
    }
    const cases = [...disclosed.values(), ...refused.values()];
    await removal.until(() => cases.every((caseId) => removal.record(caseId).state === 'in-review'));
    for (const caseId of disclosed.values())
      await answer(removal, caseId, { outcome: 'disclosed', disclosure: PACKAGE });
    const ground = { type: 'illegal', provision: 'Art 10(2)', explanation: 'It names no purpose.' };
    for (const caseId of refused.values()) await answer(removal, caseId, { outcome: 'refused', ground });
    await removal.until(() => cases.every((caseId) => removal.record(caseId).state === 'closed'));
    await removal.settle();
  });
  afterAll(() => removal.dispose());

  const named = DEMANDS_FOR_INFORMATION.map((row) => [`${row.basis}${row.secret ? ', secret' : ''}`, row] as const);
  const kindsOf = (caseId: string, state: Delivery['state']): string[] => {
    const deliveries = removal.deliveries(caseId).filter((delivery) => delivery.state === state);
    return deliveries.map(({ kind }) => kind).toSorted();
  };

  it.each(named)('%s, disclosed: tells exactly those owed, withholds the rest, and is sealed', (_name, row) => {
    const caseId = disclosed.get(row) ?? '';
    expect(kindsOf(caseId, 'delivered')).toEqual([...row.disclosed].toSorted());
    expect(kindsOf(caseId, 'scheduled')).toEqual(row.withheld);
    expect(removal.deliveries(caseId)).toHaveLength(row.disclosed.length + row.withheld.length);
    expect(removal.record(caseId)).toMatchObject({ outcome: 'disclosed', parked: null, missing: [] });
    expect(removal.audit(caseId).slice(-2)).toEqual(['case.sealed', 'case.closed']);
  });

  it.each(named)('%s, refused: tells the authority alone, with the ground', async (_name, row) => {
    const caseId = refused.get(row) ?? '';
    expect(kindsOf(caseId, 'delivered')).toEqual(TO_SENDER);
    expect(removal.deliveries(caseId)).toHaveLength(TO_SENDER.length);
    expect(removal.record(caseId).outcome).toBe('refused');
    const [letter] = await lettersIn(removal, caseId, ['decision-to-sender']);
    expect(letter).toContain('We have not handed over data on what you named.');
    expect(letter).toContain('We rest our refusal on this: Art 10(2)');
    expect(letter).toContain('It names no purpose.');
  });

  it.each(named)('%s: preserves what is named before review, and changes nothing on the platform', (_name, row) => {
    for (const caseId of [disclosed.get(row) ?? '', refused.get(row) ?? '']) {
      const events = removal.audit(caseId);
      expect(events.indexOf('data.preserved')).toBeGreaterThan(events.indexOf('case.planned'));
      expect(events.indexOf('data.preserved')).toBeLessThan(events.indexOf('review.started'));
      expect(events).not.toContain('acting.started');
    }
    expect(removal.platform.ledger).toEqual([]);
  });

  it('tells the authority by which package it was answered, and the person of none', async () => {
    const [row] = DEMANDS_FOR_INFORMATION;
    const caseId = row === undefined ? '' : (disclosed.get(row) ?? '');
    const [report] = await lettersIn(removal, caseId, ['effect-report']);
    for (const part of [
      PACKAGE.reference,
      PACKAGE.sha256,
      'subscriber data',
      'traffic data',
      'portal of your authority',
    ]) {
      expect(report).toContain(part);
    }
    const [letter] = await lettersIn(removal, caseId, [INFORMED]);
    expect(letter).toContain('handed data over to the authority on');
    for (const part of [PACKAGE.reference, PACKAGE.sha256]) expect(letter).not.toContain(part);
  });

  it('tells the person once the secrecy has ended', async () => {
    const row = DEMANDS_FOR_INFORMATION.find(({ secret }) => secret);
    const caseId = row === undefined ? '' : (disclosed.get(row) ?? '');
    expect(removal.mails.filter((mail) => mail.caseId === caseId && mail.deliveryId.includes(INFORMED))).toEqual([]);
    await removal.pass(32 * 24 * 60);
    await removal.fireTimer(caseId, 'withheld-message');
    await removal.until(() => kindsOf(caseId, 'delivered').includes(INFORMED));
  });
});

describe('a complaint on each legal basis', () => {
  const removal = new RemovalWorld('2026-10-05T08:00:00.000Z');
  const complaints = new Map<ComplaintRow, string>();
  const about = new Map<ComplaintRow, string>();

  beforeAll(async () => {
    const row = notice('DSA_ART16', 'IT', 'US');
    for (const [index, complaint] of COMPLAINTS.entries()) {
      const caseId = await submit(removal, row, index + 1);
      await removal.until(() => removal.record(caseId).state === 'in-review');
      await decide(removal, row, caseId, complaint.against);
      await removal.until(() => removal.record(caseId).state === 'closed');
      const personId = complaint.against === 'restrict' ? 'uploader-1' : 'sender';
      const token = caseToken(await removal.api.vault.key(caseId, CASE_SECRET), caseId, personId);
      const body = { explanation: 'It is a quotation.', language: 'en' };
      const taken = await removal.call('POST', `/v1/notices/${caseId}/complaint`, { token, body });
      expect(taken.status, JSON.stringify(taken.body)).toBe(202);
      complaints.set(complaint, taken.body.caseId);
      about.set(complaint, caseId);
    }
    await removal.until(() => [...complaints.values()].every((id) => removal.record(id).state === 'in-review'));
    for (const [{ outcome }, caseId] of complaints) {
      const token = 'counsel:cleo';
      const { body } = await removal.call('POST', `/v1/cases/${caseId}/claim`, { token });
      const decision = { leaseId: body.leaseId, outcome, facts: 'So it is.' };
      await removal.call('POST', `/v1/cases/${caseId}/decision`, { token, body: decision });
    }
    await removal.until(() => [...complaints.values()].every((id) => removal.record(id).state === 'closed'));
    await removal.settle();
  });
  afterAll(() => removal.dispose());

  it.each(COMPLAINTS.map((row) => [`${row.basis} against ${row.against}, ${row.outcome}`, row] as const))(
    '%s: tells the one who complains alone, and is sealed',
    (_name, row) => {
      const caseId = complaints.get(row) ?? '';
      const told = removal.deliveries(caseId).map(({ kind, state, to }) => [kind, state, to]);
      expect(told.toSorted()).toEqual(row.owed.map((kind) => [kind, 'delivered', 'sender']));
      const outcome = row.outcome === 'upheld' ? 'actioned' : 'rejected';
      expect(removal.record(caseId)).toMatchObject({ outcome, parked: null, missing: [] });
      expect(removal.audit(caseId).slice(-2)).toEqual(['case.sealed', 'case.closed']);
      expect(removal.audit(caseId)).not.toContain('effect.applied');
    },
  );

  it.each(COMPLAINTS.map((row) => [`${row.basis} against ${row.against}, ${row.outcome}`, row] as const))(
    '%s: leaves the case complained of as it is unless it is upheld',
    (_name, row) => {
      const kinds = removal.deliveries(about.get(row) ?? '').map(({ kind }) => kind);
      const isRestored = row.against === 'restrict' && row.outcome === 'upheld';
      for (const kind of ['reinstatement-to-sender', 'reinstatement-to-uploader', 'partner-reinstatement'] as const) {
        expect([kind, kinds.includes(kind)]).toEqual([kind, isRestored]);
      }
      const isReopened = row.against === 'reject' && row.outcome === 'upheld';
      expect(removal.record(about.get(row) ?? '').state).toBe(isReopened ? 'in-review' : 'closed');
    },
  );
});

async function demand(removal: RemovalWorld, { basis, from, secret }: InformationRow, number: number): Promise<string> {
  const id = from.split(':')[1];
  const items = [{ url: `${PLATFORM_URL}/tracks/trk-bulk-${number * 2 - 1}` }];
  const order = { ...ORDER, legalBasis: basis, language: 'en', authority: { id }, reference: `D-${number}`, items };
  const body = { ...order, nonDisclosureUntil: secret ? SECRET_UNTIL : null };
  const taken = await removal.call('POST', '/v1/orders', { token: from, body });
  expect(taken.status, JSON.stringify(taken.body)).toBe(202);
  return taken.body.caseId;
}

async function lettersIn(removal: RemovalWorld, caseId: string, kinds: readonly string[]): Promise<string[]> {
  const found = removal.mails.filter(
    (mail) => mail.caseId === caseId && kinds.some((kind) => mail.deliveryId.includes(`.${kind}.`)),
  );
  const parsed = await Promise.all(found.map(({ raw }) => simpleParser(Buffer.from(raw))));
  return parsed.map(({ text }) => (text ?? '').replaceAll(/\s+/g, ' '));
}

/** Counsel decides, and a lead approves; whoever approves a disclosure hands it over. */
async function answer(removal: RemovalWorld, caseId: string, said: object): Promise<void> {
  const token = 'counsel:carl';
  const { body } = await removal.call('POST', `/v1/cases/${caseId}/claim`, { token });
  const decision = { leaseId: body.leaseId, ...said };
  const decided = await removal.call('POST', `/v1/cases/${caseId}/decision`, { token, body: decision });
  expect(decided.body).toMatchObject({ caseId, fourEyes: true });
  const handOver = 'disclosure' in said ? { handOver: { at: removal.now() } } : {};
  const approval = { verdict: 'approve', reason: 'Agreed.', ...handOver };
  const approved = await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'lead:lea', body: approval });
  expect(approved.status, JSON.stringify(approved.body)).toBe(200);
}

/** Whether a restriction without effect in the Union's area has an entry in its database is for the channel to say. */
function isJudged({ dark }: Row): (kind: string) => boolean {
  return (kind) => kind !== DATABASE || isWithin([dark], ['EEA']);
}

function shared({ basis }: Row, kinds: readonly string[]): string[] {
  return [...kinds, ...(SHARED.includes(basis) ? [LUMEN] : [])];
}

function owedIn(row: Row, deliveries: readonly Delivery[]): string[] {
  return deliveries
    .map(({ kind }) => kind)
    .filter(isJudged(row))
    .toSorted();
}

function named(): [string, Row][] {
  return ROWS.map((row) => [row.from === null ? row.basis : `${row.basis} of ${row.from.split(':')[1]}`, row]);
}

async function submit(removal: RemovalWorld, { basis, from }: Row, number: number): Promise<string> {
  const items = [{ url: `${PLATFORM_URL}/tracks/trk-bulk-${number * 2 - 1}`, components: ['audio'] }];
  const isOrder = from?.startsWith('authority:') === true;
  const demand = isOrder
    ? {
        ...ORDER,
        reference: `${basis}-${number}`,
        authority: { id: from?.split(':')[1] },
        territories: territoriesOf(basis),
      }
    : { ...NOTICE, ...DEFAMATION, submitter: { ...NOTICE.submitter, name: SENDER_NAME }, statements: STATEMENTS };
  const answer = await removal.call('POST', isOrder ? '/v1/orders' : '/v1/notices', {
    ...(from !== null && { token: from }),
    body: { ...demand, legalBasis: basis, language: 'en', items },
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(202);
  return answer.body.caseId;
}

/** Whoever is heard consents; false where nobody is. */
async function answerIfHeard(removal: RemovalWorld, caseId: string): Promise<boolean> {
  if (removal.record(caseId).state !== 'awaiting-response') return false;
  const sent = removal.mails.find((mail) => mail.caseId === caseId && mail.deliveryId.includes('.hearing-notice.'));
  const { text = '' } = await simpleParser(Buffer.from(sent?.raw ?? ''));
  const token = /(uploader-1\.[\w-]{43})/.exec(text)?.[1] ?? '';
  const body = { position: 'consent' };
  const answer = await removal.call('POST', `/v1/cases/${caseId}/response`, { token, body });
  expect(answer.body).toMatchObject({ counts: true });
  return true;
}

/** What an order asks for: as wide as its basis goes by default. */
function territoriesOf(basis: LegalBasisId): readonly string[] {
  return LEGAL_BASES.find(({ id }) => id === basis)?.territory.default ?? [];
}

async function decide(removal: RemovalWorld, row: Row, caseId: string, outcome: 'restrict' | 'reject'): Promise<void> {
  const token = 'counsel:carl';
  const { body } = await removal.call('POST', `/v1/cases/${caseId}/claim`, { token });
  const { actFirst } = removal.record(caseId);
  const type = row.basis === 'TERMS' || row.basis === 'EMFA_18' ? 'terms' : 'illegal';
  const decision = {
    leaseId: body.leaseId,
    outcome,
    facts: 'The refrain is at issue.',
    ...(outcome === 'restrict' && { ground: { type, provision: 'The provision', explanation: 'It is not allowed.' } }),
    items:
      outcome === 'restrict' && !actFirst
        ? [{ itemId: 'item-1', action: 'disable', components: ['audio'], territories: [], until: null }]
        : [],
  };
  const answer = await removal.call('POST', `/v1/cases/${caseId}/decision`, { token, body: decision });
  expect(answer.body, row.basis).toMatchObject({ caseId });
  if (removal.record(caseId).state !== 'awaiting-approval') return;
  const approval = { verdict: 'approve', reason: 'Agreed.' };
  await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'lead:lea', body: approval });
}
