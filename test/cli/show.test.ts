import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showCase } from '../../cli/case-show.ts';
import { CaseView, DecisionView, DeliveryView } from '../../domain/api/case-views.ts';
import { EU_MEMBER_STATES } from '../../domain/territory.ts';
import { AUTHORITY, ORDER } from '../support/demands.ts';
import { type CliWorld, cliWorld } from './cli-world.ts';

let made: CliWorld;
let caseId = '';
let view: CaseView;

beforeAll(async () => {
  made = await cliWorld();
  caseId = await made.inReview();
  view = CaseView.parse(JSON.parse((await made.writ(`case show ${caseId} --json`)).out));
});

afterAll(() => made.close());

/** The case with other fields, as text. */
function shown(fields: Partial<CaseView>, language: 'en' | 'de' = 'en'): string {
  return showCase(CaseView.parse({ ...view, ...fields }), language).join('\n');
}

const DELIVERY = DeliveryView.parse({
  ...{ deliveryId: 'case.receipt.sender', to: 'sender', channel: 'mail', kind: 'receipt', state: 'parked' },
  ...{ language: 'de', owner: 'operator', reason: 'bounced-permanent', notBefore: null, deliveredAt: null },
  possibleDuplicate: true,
  text: null,
});

const DECISION = DecisionView.parse({
  ...{ decisionId: 'case-1.d1', outcome: 'restrict', effect: 'restrict', decidedBy: 'sam', decidedByRule: false },
  ...{ decidedAt: '2026-10-05T09:00:00.000Z', groundType: 'illegal', itemCount: 1, territories: ['DE'], until: null },
  ...{ fourEyes: true, reverses: null, facts: 'Gehört.', reason: null },
  automation: { detection: false, decision: 'not-automated' },
  ground: { type: 'illegal', provision: '§ 185 StGB', explanation: 'Beleidigung.' },
  items: [{ itemId: 'item-1', action: 'label', components: [], territories: ['DE'], until: '2026-12-01T00:00:00Z' }],
});

describe('writ case show', () => {
  it('shows what is asked, by whom, and for which parts and territories', async () => {
    const { out } = await made.writ(`case show ${caseId}`);
    expect(out).toMatch(/^Basis +DSA_ART16: Notice of illegal content/m);
    expect(out).toMatch(/^State +in review$/m);
    expect(out).toMatch(/Explanation +Der Refrain verletzt das Urheberrecht unserer Mandantin\.$/m);
    expect(out).toMatch(/Works +Das Lied – https:\/\/label\.example\/original$/m);
    expect(out).toMatch(/Declared +in good faith, accurate and complete, authorised to act$/m);
    expect(out).toMatch(/sender +Kanzlei Beispiel, legal-representative, DE, recht@kanzlei\.example, de$/m);
    expect(out).toMatch(/Asked for +audio in DE$/m);
    expect(out).toMatch(/Note +Refrain 00:43-01:12$/m);
  });

  it('shows every declaration, and calls not declared only what the legal basis asks for', async () => {
    const { out } = await made.writ(`case show ${caseId}`);
    expect(out).not.toContain('Not declared');
    const statements = { affectedPerson: true, withoutConsent: true, goodFaith: false };
    const intimate = await made.inReview({ legalBasis: 'US_TIDA', statements });
    const shown_ = (await made.writ(`case show ${intimate}`)).out;
    const oneLine = shown_.replaceAll(/\s+/g, ' ');
    expect(oneLine).toContain(
      'is the person concerned, or may act for them, published without the consent of the person',
    );
    expect(shown_).toMatch(/Not declared +in good faith$/m);
    const copyright = await made.inReview({ legalBasis: 'US_DMCA_512', statements: { goodFaith: true } });
    const lacking = CaseView.parse(JSON.parse((await made.writ(`case show ${copyright} --json`)).out));
    const words = (view_: CaseView) => showCase(view_, 'en').join('\n');
    expect(words(lacking)).toMatch(
      /Not declared +accurate and complete, authorised to act, under penalty of perjury$/m,
    );
    const answers = { 'penalty-of-perjury': true };
    const at = '2026-10-05T09:00:00.000Z';
    const later = { kind: 'information' as const, at, information: { answers, items: [] } };
    expect(words({ ...lacking, information: [later] })).toMatch(/Not declared +accurate and complete$/m);
  });

  it('shows no code in German where a word says it', () => {
    const [clock] = view.clocks;
    const restarts = [{ at: '2026-10-05T09:00:00.000Z', because: 'clarification' as const, dueBefore: clock!.dueAt }];
    const at = '2026-10-05T09:40:00.000Z';
    const answers = { 'good-faith': true, accuracy: false, explanation: 'Nachtrag' };
    const out = shown(
      {
        clocks: [{ ...clock!, restarts }],
        deliveries: [DELIVERY],
        parked: { stage: 'act', reason: 'execution-failed', owner: 'operator', at },
        information: [{ kind: 'information', at, information: { answers, items: [] } }],
      },
      'de',
    );
    expect(out).toMatch(/Warteschlange +Meldungen, Stufe 1$/m);
    expect(out).toMatch(
      /Angehalten +der Workflow ist gescheitert \(execution-failed\),\s+Umsetzung,\s+Betrieb,\s+\S+$/m,
    );
    expect(out).toMatch(/Gesendet als +Öffentlichkeit$/m);
    expect(out).toMatch(/Regel +72 Stunden, durchgehend gezählt, DE-BE/);
    expect(out).toMatch(/Art 16\(6\): zeitnah; eigenes Ziel/);
    expect(out).toMatch(/Neu begonnen +\S+ \(eine Klarstellung ging ein\)$/m);
    expect(out).toMatch(/Bei +Betrieb$/m);
    expect(out).toMatch(/Grund +endgültig zurückgekommen \(bounced-permanent\)$/m);
    expect(out).toMatch(/good-faith +ja$/m);
    expect(out).toMatch(/accuracy +nein$/m);
    expect(out).toMatch(/explanation +Nachtrag$/m);
  });

  it('shows it in German, down to the parts', async () => {
    const { out } = await made.writ(`case show ${caseId} --lang de`);
    expect(out).toMatch(/^Stand +in Prüfung$/m);
    expect(out).toMatch(/Begehrt +Audio in DE$/m);
    expect(out).toMatch(/Absender +Kanzlei Beispiel/m);
  });

  it('says where a demand that names no territory has effect', async () => {
    const items = [{ url: 'https://platform.example/tracks/trk-1001' }];
    const { out } = await made.writ(`case show ${await made.inReview({ items })}`);
    expect(out).toMatch(/Asked for +the whole item, no territory named, by default of the legal basis in EU \(27\)$/m);
  });

  it('shows an order with its reasons', async () => {
    const sent = await made.world.call('POST', '/v1/orders', { token: AUTHORITY, body: ORDER });
    const { out } = await made.writ(`case show ${sent.body.caseId}`);
    for (const part of ['BKA-2026-0815', 'Der Inhalt verherrlicht', 'Klage innerhalb', 'Art 3(1) Reg.', 'de-bka']) {
      expect(out).toContain(part);
    }
    expect(out).toMatch(/Territories +EU \(27\)$/m);
  });

  it('calls a target a target, and shows rule, source and certainty of each clock', () => {
    const [target] = view.clocks;
    const clocks = [target!, { ...target!, clock: 'X.disable', kind: 'statutory' as const, dueDate: '2026-10-08' }];
    const out = shown({ clocks, dueAt: target!.dueAt });
    expect(out).toMatch(/^Due +\S+, DSA_ART16\.decide, our own target, no legal deadline, running, 3 d\s+left$/m);
    expect(out).toContain('DSA_ART16.decide (our own target, no legal deadline; to be met by us)');
    expect(out).toContain('X.disable (statutory; to be met by us)');
    expect(out).toMatch(/Rule +PT72H elapsed, DE-BE \(Europe\/Berlin\)$/m);
    expect(out).toMatch(/Source +Reg\. \(EU\) 2022\/2065 Art 16\(6\).*\(source checked; in force\)$/m);
    expect(out).toMatch(/Last day +Thursday, 8 October 2026$/m);
    const target_ = shown({ clocks: [target!] });
    expect(target_.replace('no legal deadline', '')).not.toMatch(/\bdeadline\b.*target/i);
    expect(shown({ clocks }, 'de')).toContain('eigenes Ziel, keine gesetzliche Frist');
  });

  it('says of each clock whether it runs or was met or missed, and by how much, after the case is closed too', () => {
    const [target] = view.clocks;
    const at = '2026-10-05T08:20:00.000Z';
    const clocks = (fields: object, language: 'en' | 'de' = 'en') =>
      shown({ clocks: [{ ...target!, ...fields }], dueAt: target!.dueAt, closedAt: at }, language);
    const met = { outcome: { state: 'met', at, secondsLeft: 2_400 } };
    expect(clocks(met)).toMatch(/Standing +met at 2026-10-05T08:20:00.000Z, 40 min before the end$/m);
    expect(clocks(met).replaceAll(/\s+/g, ' ')).toMatch(
      / Due \S+, DSA_ART16\.decide, our own target, no legal deadline, met at \S+, 40 min before the end /,
    );
    expect(clocks(met, 'de')).toContain(`eingehalten am ${at}, 40 Min. vor dem Ende`);
    const late = { outcome: { state: 'missed', at, secondsLeft: -97_205 } };
    expect(clocks(late)).toContain(`missed by 1 d 3 h, done at ${at}`);
    expect(clocks({ ...late, kind: 'statutory' })).toContain(`MISSED by 1 d 3 h, done at ${at}`);
    const open = { outcome: { state: 'missed', at: null, secondsLeft: -61 }, kind: 'statutory' };
    expect(clocks(open, 'de')).toContain('VERSÄUMT seit 1 Min. 1 Sek., noch offen');
    expect(clocks({ outcome: { state: 'over', at: null, secondsLeft: 0 } })).toContain('over for 0 s');
    expect(clocks({ outcome: null })).not.toContain('Standing');
    expect(clocks({ outcome: null })).toMatch(/^Due +\S+, DSA_ART16\.decide, our own target, no legal deadline$/m);
  });

  it('groups the countries of one state, all Member States as EU', () => {
    const proven = Object.fromEntries(EU_MEMBER_STATES.map((code) => [code, 'proven' as const]));
    const withEffects = (effects: CaseView['items'][number]['effects']) =>
      shown({ items: [{ ...view.items[0]!, action: 'disable', effects }] });
    expect(withEffects(proven)).toMatch(/Effect +proven: EU \(27\)$/m);
    expect(withEffects({ ...proven, CH: 'pending', NO: 'proven' })).toMatch(/proven: EU \(27\) NO\n +pending: CH$/m);
    expect(withEffects({ DE: 'proven', AT: 'failed', FR: 'failed' })).toMatch(/FAILED: AT FR\n +proven: DE$/m);
  });

  it('says of what was taken back that it is restored, not that it has effect', () => {
    const items = [{ ...view.items[0]!, action: 'none', effects: { DE: 'proven' as const } }];
    const out = shown({ items, decision: { ...DECISION, outcome: 'reject', effect: 'reverse', items: [] } });
    expect(out).toMatch(/Restored +proven: DE$/m);
    expect(out).not.toMatch(/^ +Effect /m);
  });

  it('shows a reversal with its own reason, and without the ground of what it takes back', async () => {
    const reversed = await made.inReview();
    await made.writ(`case claim ${reversed}`);
    await made.writ(`case decide ${reversed} --outcome restrict --provision §_185_StGB --explanation Beleidigung.`);
    made.world.cases.set(reversed, { state: 'closed', firstEffectAt: '2026-10-05T08:30:00.000Z', outcome: 'actioned' });
    await made.writ(`case reverse ${reversed} --reason It_is_a_quotation.`, { WRIT_TOKEN: 'lead:lea' });
    const { out } = await made.writ(`case show ${reversed}`);
    expect(out).toMatch(/Outcome +reject \(restrictions are taken back\)$/m);
    expect(out).toMatch(new RegExp(`Takes back +${reversed}\\.d1$`, 'm'));
    expect(out).toMatch(/Why taken back +It is a quotation\.$/m);
    expect(out).not.toMatch(/185 StGB|Beleidigung|Facts|Ground/);
    expect((await made.writ(`case show ${reversed} --lang de`)).out).toMatch(
      /Warum zurückgenommen +It is a quotation\.$/m,
    );
  });

  it('names each message with its id, and whose the parked ones are and why', () => {
    const out = shown({ deliveries: [DELIVERY], undelivered: 1 });
    expect(out).toContain('receipt → sender (mail, de): PARKED');
    expect(out).toMatch(/Id +case\.receipt\.sender$/m);
    expect(out).toMatch(/Owner +operator$/m);
    expect(out).toMatch(/Reason +bounced-permanent$/m);
    expect(out).toMatch(/^Undelivered +1$/m);
    expect(out).toContain('a second identical copy may have left');
    const draft = { ...DELIVERY, reason: 'draft', text: 'Angaben fehlen.' };
    expect(shown({ deliveries: [draft] })).toMatch(/Draft +Angaben fehlen\.$/m);
    const overtaken = shown({ deliveries: [{ ...draft, state: 'parked', reason: 'overtaken' }] });
    expect(overtaken).toMatch(/: Set aside/);
    expect(overtaken).not.toContain('PARKED');
    const withheld = { ...DELIVERY, state: 'scheduled', notBefore: '2026-11-17T00:00:00.000Z' } as const;
    expect(shown({ deliveries: [withheld] }, 'de')).toMatch(/Zurückgehalten bis +2026-11-17/);
  });

  it('says how far the statements of an entry in the Transparency Database have come', () => {
    const entry = { itemIds: ['a', 'b', 'c'], stored: 2, unconfirmed: 1, mayBeStored: false, saysEnd: false };
    const kind = 'transparency-database-entry' as const;
    const duty = { ...DELIVERY, kind, channel: 'transparency-database' as const };
    const out = shown({ deliveries: [{ ...duty, entry: { ...entry, outdatedBy: null } }] });
    expect(out).toMatch(/Statements +2\/3 stored, 1 stored and unconfirmed$/m);
    expect(out).not.toContain('OUTDATED');
    const reversed = [{ ...duty, entry: { ...entry, unconfirmed: 0, outdatedBy: 'd2' } }];
    expect(shown({ deliveries: reversed }, 'de')).toMatch(/ÜBERHOLT +durch eine spätere Entscheidung aufgehoben/);
  });

  it('says to whom a report goes, what it is about, and where what was sent is known', () => {
    const report = { recipient: 'ncmec', incidentType: 'Child Sex Trafficking' } as const;
    const duty = {
      ...DELIVERY,
      to: 'authority',
      kind: 'child-safety-report',
      channel: 'ncmec',
      state: 'delivered',
      report,
    } as const;
    const out = shown({ deliveries: [{ ...duty, receiverId: '4564001', sentBy: 'olga' }] });
    expect(out).toMatch(/report of apparent child abuse → authority \(CyberTipline, de\): delivered/);
    expect(out).toMatch(/For +National Center for Missing & Exploited Children/);
    expect(out).toMatch(/About +Child Sex Trafficking$/m);
    expect(out).toMatch(/Known there as +4564001$/m);
    const draft = {
      ...duty,
      channel: 'draft',
      state: 'parked',
      owner: 'trained person',
      reason: 'no-address',
    } as const;
    const german = shown({ deliveries: [draft] }, 'de');
    expect(german).toMatch(/Bei +geschulte Person$/m);
    expect(german).toMatch(/Grund +keine Adresse bekannt \(no-address\)$/m);
    const lumen = { ...DELIVERY, kind: 'lumen-notice', channel: 'lumen', receiverId: '/notices/7' } as const;
    expect(shown({ deliveries: [lumen] }, 'de')).toMatch(/Dort bekannt als +\/notices\/7$/m);
  });

  it('shows what is missing, supplied later, decided, approved, dangerous, parked and noted', () => {
    const out = shown({
      missing: ['signature', 'an-element-of-old'],
      proposal: 'reroute',
      territoriesAmendedAt: '2026-10-05T08:00:00.000Z',
      territories: ['DE'],
      information: [
        {
          kind: 'information',
          at: '2026-10-05T09:00:00.000Z',
          information: { answers: { explanation: 'Nachtrag' }, items: [] },
        },
        {
          kind: 'amendment',
          at: '2026-10-05T10:00:00.000Z',
          amendment: { statement: 'Nur DE', items: [], territories: ['DE'] },
        },
      ],
      items: [{ ...view.items[0]!, action: 'label', addedAt: '2026-10-05T09:00:00.000Z' }, view.items[0]!],
      decision: DECISION,
      approval: {
        decisionId: 'd1',
        verdict: 'return',
        approvedBy: 'lea',
        approvedAt: '2026-10-05T09:30:00.000Z',
        reason: 'Zu weit.',
      },
      danger: { signals: ['self-harm'], pageId: 'page-1', acknowledgedBy: null, acknowledgedAt: null },
      parked: { stage: 'act', reason: 'States.Timeout', owner: 'operator', at: '2026-10-05T09:40:00.000Z' },
      state: 'needs-operator',
      notes: [{ number: 1, by: 'sam', at: '2026-10-05T09:10:00.000Z', text: 'Siehe Akte.' }],
    });
    for (const part of [
      'signature: a physical or electronic signature',
      ...['an-element-of-old', 'to reject it takes the proposal up', 'Nachtrag', 'Nur DE', 'illegal: § 185 StGB'],
      ...[
        'Beleidigung.',
        'Gehört.',
        'label: the whole item in DE, until 2026-12-01T00:00:00Z (returned to review)',
        'returned to review',
        'Zu weit.',
      ],
      ...['self-harm', 'page-1, not taken up by anybody', 'States.Timeout, acting, operator', 'needs an operator'],
      'Siehe Akte.',
    ]) {
      expect(out).toContain(part);
    }
    const takenUp = { signals: [], pageId: 'p', acknowledgedBy: 'sam', acknowledgedAt: null };
    expect(shown({ danger: takenUp })).toContain('p, taken up by sam');
  });

  it('says that a case is too long for one answer, and where the whole is', () => {
    const out = shown({ cut: { texts: 500, lists: 100, whole: 'evidence' } });
    expect(out).toContain('texts after 500 characters, lists after 100 entries; the whole is in the evidence bundle');
    expect(shown({ cut: { texts: 500, lists: null, whole: 'evidence' } }, 'de')).toContain(
      'Texte nach 500 Zeichen; das',
    );
  });

  it('says what a role is not shown', () => {
    const out = shown({ request: null, parties: null, deliveries: null, decision: null });
    expect(out).toContain('What was sent is not shown to this role, or was erased.');
    expect(out).toMatch(/People\n +Not shown to this role\.\n\nItems/);
    expect(out).toMatch(/Messages\n +Not shown to this role\.$/);
  });

  it('wraps long texts and lets no sender write over the screen', async () => {
    const words = `${'wort '.repeat(60)}\u001b[2J\u202eEnde`;
    const long = await made.inReview({ explanation: words });
    const { out } = await made.writ(`case show ${long}`);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
    for (const obeyed of ['\u001b', '\u202e']) expect(out).not.toContain(obeyed);
    expect(out).toContain('Ende');
  });

  it('shows whom the law wants heard, until when, and each answer with what it lacks or whether it counts', () => {
    const answer = {
      ...{ number: 1, personId: 'uploader-1', at: '2026-10-06T09:00:00.000Z', position: 'objection' as const },
      ...{ missing: ['postal-address' as const], late: false, passOnDetails: false, counts: false },
      ...{ explanation: 'It is satire.', name: 'Ben Baker', postalAddress: null },
    };
    const hearing = {
      ...{ openedAt: '2026-10-05T08:00:00.000Z', sentAt: '2026-10-05T08:00:01.000Z', closedAt: null, result: null },
      ...{ answerUntil: '2026-10-10T23:00:00.000Z', sendBy: '2026-10-07T08:00:00.000Z', proposalId: null },
      responses: [answer, { ...answer, number: 2, missing: [], late: true, postalAddress: '7 Harbour Terrace' }],
    };
    const text = shown({ hearing });
    expect(text).toMatch(/Sent +2026-10-05T08:00:01\.000Z, due by 2026-10-07T08:00:00\.000Z$/m);
    expect(text).toMatch(/Answers count until +2026-10-10T23:00:00\.000Z$/m);
    expect(text).toMatch(/Answer 1: uploader-1, 2026-10-06T09:00:00\.000Z, objects to the removal$/m);
    expect(text).toMatch(/LACKS +postal-address$/m);
    expect(text).toMatch(/Name +Ben Baker, may not be passed on$/m);
    expect(text).toMatch(/Answer 2: .*objects to the removal, LATE$/m);
    expect(shown({ hearing: { ...hearing, result: 'silence' } }, 'de')).toMatch(/Beendet +keine Antwort$/m);
  });

  it('shows complaints with what they are about, where each is decided, and until when it was possible', () => {
    const complaint = {
      ...{ by: 'uploader' as const, personId: 'uploader-1', decisionId: 'case-1.d1', complaintCase: 'case-2' },
      ...{ itemIds: ['item-1'], receivedAt: '2026-11-16T15:00:00.000Z', informedAt: '2026-08-31T10:00:00.000Z' },
      ...{ openUntil: '2027-03-01T23:00:00.000Z', reference: 'W-1', legalBasis: 'DSA_ART16' as const },
      ...{ legalBasisVersion: 1, about: 'case-1', number: 1 },
    };
    const reopened = { at: '2026-11-20T15:00:00.000Z', complaintCase: 'case-2' };
    const text = shown({ complaints: [complaint], reopened });
    expect(text).toMatch(/whoever put the content up, 2026-11-16T15:00:00\.000Z$/m);
    expect(text).toMatch(/Complains of +case-1, case-1\.d1$/m);
    expect(text).toMatch(/Decided in +case-2$/m);
    expect(text).toMatch(/Possible until +2027-03-01T23:00:00\.000Z$/m);
    expect(text).toMatch(/Opened again +2026-11-20T15:00:00\.000Z, somebody else decides anew.*, case-2$/m);
    expect(shown({ complaints: [complaint] }, 'de')).toMatch(/Möglich bis +2027-03-01T23:00:00\.000Z$/m);
  });

  it('shows counter-notices with their window, and the court action that stopped one', () => {
    const given = {
      ...{ number: 1, personId: 'uploader-1', decisionId: 'case-1.d1', itemIds: ['item-1'], copyId: 'copy' },
      ...{ receivedAt: '2026-11-16T15:00:00.000Z', state: 'stopped' as const },
      ...{ notBefore: '2026-12-02T05:00:00.000Z', notAfter: '2026-12-08T05:00:00.000Z' },
      ...{ putBackAt: '2026-12-04T05:00:00.000Z', name: 'Ottilie Ungewitter', postalAddress: null, telephone: null },
    };
    const action = {
      ...{ number: 1, at: '2026-12-03T16:00:00.000Z', by: 'sam', counterNotices: [1] },
      ...{ court: 'N.D. Cal.', caseNumber: '3:26-cv-09999', filedOn: '2026-12-02' },
    };
    const counterNotices = { given: [given], courtActions: [action] };
    const text = shown({ counterNotices });
    expect(text).toMatch(/1: uploader-1, 2026-11-16T15:00:00\.000Z, stopped by a court action$/m);
    expect(text).toMatch(/Window for putting back +2026-12-02T05:00:00\.000Z - 2026-12-08T05:00:00\.000Z$/m);
    expect(text).toMatch(/Court action 1, 2026-12-03T16:00:00\.000Z, sam, N\.D\. Cal\., 3:26-cv-09999, 2026-12-02$/m);
    expect(shown({ counterNotices }, 'de')).toMatch(/Wiederfreischaltung +2026-12-04T05:00:00\.000Z$/m);
  });
});
