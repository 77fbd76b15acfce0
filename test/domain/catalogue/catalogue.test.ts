import { describe, expect, it } from 'vitest';
import { clockIds, findClock, findLegalBasis, LEGAL_BASES } from '#domain/catalogue/catalogue';
import { PROCEDURES } from '#domain/catalogue/procedures';
import { isComplaint } from '#domain/complaint-procedure';
import { DescribedBasis } from '#domain/described-basis';
import { HOLIDAY_CORRECTIONS } from '#domain/holiday-corrections';
import { narrowedTo } from '#domain/issuer';
import { ClockRule, LegalBasis, LegalBasisId } from '#domain/legal-basis';
import { findPlace } from '#domain/places';
import { isWithin } from '#domain/territory';

const PROMISED = `EU_TCO_ART3.disable EU_TCO_ART4.scrutiny EU_TCO_ART4.authority-decision EU_TCO_ART6.preserve-until
  EU_TCO_ART11.non-disclosure-until DSA_ART9.comply COURT_ORDER.comply DSA_ART10.comply DSA_ART10.non-disclosure-until DSA_ART16.decide
  US_DMCA_512.remove DSA_ART9.report-effect DSA_ART20.complaint-until DE_URHDAG_14.decide DE_URHDAG_14.hear
  US_DMCA_512.put-back-not-before US_DMCA_512.put-back-not-after US_TIDA.remove UK_OSA_NCII.remove UK_CPA_S21.remove
  UK_DEF_S5.operator UK_DEF_S5.poster-reply UK_TA2006_S3.remove GDPR_ART17.answer GDPR_ART17.answer-extended
  EU_TCO_ART3.confirm EU_TCO_ART4.own-initiative EU_TCO_ART4.uploader-request DSA_ART9.non-disclosure-until
  COURT_ORDER.non-disclosure-until IN_3_1_G.preserve-until EU_EEVIDENCE.transmit-not-before AU_OSA.remove IN_3_1_D.remove IN_3_2_B.remove IN_GRIEVANCE.acknowledge IN_GRIEVANCE.resolve
  DSA_ART20.decide US_2258A.preserve-until EU_EEVIDENCE.answer EU_EEVIDENCE.answer-emergency EMFA_18.wait`.split(/\s+/);

describe('the catalogue of clocks', () => {
  it('holds every clock that is promised, and no other', () => {
    expect(clockIds()).toEqual([...PROMISED].sort());
  });

  it.each(PROMISED.map((id) => [id]))('%s is a whole rule with a known place', (id) => {
    const found = findClock(id);
    expect(ClockRule.parse(found?.rule)).toEqual(found?.rule);
    expect(findPlace(found?.rule.place ?? '')?.zone).toBe(found?.rule.zone);
  });

  it('calls only targets targets, and they are six', () => {
    const targets = clockIds().filter((id) => findClock(id)?.rule.kind === 'target');
    expect(targets).toEqual([
      'DE_URHDAG_14.hear',
      'DSA_ART16.decide',
      'DSA_ART20.decide',
      'DSA_ART9.report-effect',
      'EU_TCO_ART3.confirm',
      'US_DMCA_512.remove',
    ]);
  });

  it('knows no other clock', () => {
    expect(findClock('NETZDG.remove')).toBeNull();
  });
});

describe('the catalogue of legal bases', () => {
  it.each(LEGAL_BASES.map((basis) => [basis.id, basis] as const))('%s is whole and consistent', (_id, basis) => {
    expect(LegalBasis.parse(basis)).toEqual(basis);
    const ours = basis.clocks.filter(
      ({ direction, startsAt }) => direction === 'our-deadline' && startsAt === 'receipt',
    );
    if (basis.leadingClock === null) expect(ours).toEqual([]);
    else expect(ours.map((rule) => rule.clock)).toContain(basis.leadingClock);
    expect(basis.elements.some((rule) => rule.weight === 'locates')).toBe(true);
    expect(isWithin(basis.territory.default, basis.territory.widest)).toBe(true);
    const moments = ['receipt', 'information', 'decided', 'withdrawn'];
    // A complaint has no other door, and nothing is restricted on it. What was handed over cannot be taken back.
    const ofDemands = isComplaint(basis) ? [] : ['proven', 'rerouted'];
    const ofRestrictions = basis.procedure === undefined ? ['first-effect', 'restored'] : [];
    expect(basis.notifications.map((rule) => rule.moment)).toEqual(
      expect.arrayContaining([...moments, ...ofDemands, ...ofRestrictions]),
    );
  });

  it('finds a basis by id, by version, and its newest version', () => {
    expect(findLegalBasis('EU_TCO_ART3')).toMatchObject({ id: 'EU_TCO_ART3', version: 1 });
    expect(findLegalBasis('EU_TCO_ART3', 1)).toMatchObject({ version: 1 });
    expect(findLegalBasis('EU_TCO_ART3', 99)).toBeNull();
    expect(findLegalBasis('DSA_ART18')).toBeNull();
  });

  it.each(
    LEGAL_BASES.filter((basis) => !isComplaint(basis)).flatMap((basis) =>
      (basis.issuer === 'by-authority' ? (['union', 'third-country'] as const) : [basis.issuer]).map(
        (issuer) => [basis.id, issuer, narrowedTo(basis, issuer)] as const,
      ),
    ),
  )(
    '%s (%s) owes a statement of reasons or information about an order of the Union, never both',
    (_id, issuer, basis) => {
      const kinds = basis.notifications.map((rule) => rule.kind);
      const informs = issuer === 'union';
      // A production order is for its issuing authority to tell the person of.
      expect(kinds.includes('information-about-order')).toBe(informs && basis.id !== 'EU_EEVIDENCE');
      expect(kinds.includes('statement-of-reasons')).toBe(!informs);
      expect(kinds.includes('transparency-database-entry')).toBe(!informs);
      expect(basis.trigger === null).toBe(informs);
      expect(basis.clocks.some(({ clock }) => clock === 'DSA_ART20.complaint-until')).toBe(!informs);
    },
  );

  it('says what is restricted is about, for each basis that owes an entry on one topic alone', () => {
    const owing = LEGAL_BASES.filter(({ notifications }) =>
      notifications.some(({ channel }) => channel === 'transparency-database'),
    );
    const topics = owing.map(({ id, topic }) => [id, topic?.category ?? null, topic?.keyword ?? null]);
    const privacy = 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS';
    const property = 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS';
    const security = 'STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY';
    expect(topics.toSorted()).toEqual([
      ['AU_OSA', null, null],
      ['COURT_ORDER', null, null],
      ['DE_URHDAG_14', property, 'KEYWORD_COPYRIGHT_INFRINGEMENT'],
      ['DSA_ART16', null, null],
      ['EMFA_18', null, null],
      ['EU_TM', property, 'KEYWORD_TRADEMARK_INFRINGEMENT'],
      ['GDPR_ART17', privacy, 'KEYWORD_RIGHT_TO_BE_FORGOTTEN'],
      ['IN_3_1_D', null, null],
      ['IN_3_2_B', null, null],
      ['IN_GRIEVANCE', null, null],
      ['TERMS', null, null],
      ['UK_CPA_S21', 'STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS', 'KEYWORD_PROHIBITED_PRODUCTS'],
      ['UK_CTIRU', security, 'KEYWORD_TERRORIST_CONTENT'],
      ['UK_DEF_S5', 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', 'KEYWORD_DEFAMATION'],
      ['UK_OSA_NCII', 'STATEMENT_CATEGORY_CYBER_VIOLENCE', null],
      ['UK_TA2006_S3', security, 'KEYWORD_TERRORIST_CONTENT'],
      ['US_DMCA_512', property, 'KEYWORD_COPYRIGHT_INFRINGEMENT'],
      ['US_TIDA', 'STATEMENT_CATEGORY_CYBER_VIOLENCE', null],
    ]);
    expect(LEGAL_BASES.filter((basis) => !owing.includes(basis) && basis.topic !== undefined)).toEqual([]);
  });

  it('holds every id once: demanded, following on others, or described', () => {
    const ids = [...LEGAL_BASES, ...PROCEDURES].map(({ id }) => id);
    expect(ids.toSorted()).toEqual(LegalBasisId.options.toSorted());
  });

  it.each(PROCEDURES.map((basis) => [basis.id, basis] as const))('%s is described whole', (_id, basis) => {
    expect(DescribedBasis.parse(basis)).toEqual(basis);
    if (typeof basis.hearing?.clock === 'string') {
      expect(basis.clocks.map(({ clock }) => clock)).toContain(basis.hearing.clock);
    }
  });

  it('hears before deciding where the law wants it, with its own default on silence', () => {
    const heard = LEGAL_BASES.flatMap(({ id, hearing }) => (hearing ? [[id, hearing.onSilence]] : []));
    expect(heard).toEqual([
      ['UK_DEF_S5', 'restrict'],
      ['DE_URHDAG_14', 'decide-without'],
      ['EMFA_18', 'decide-without'],
    ]);
  });

  it.each(LEGAL_BASES.flatMap((basis) => (basis.hearing ? [[basis.id, basis, basis.hearing] as const] : [])))(
    '%s hears by clocks of its own, and has a text for whatever its rule decides',
    (_id, basis, hearing) => {
      const { answer, send, act } = hearing.clocks;
      const known = basis.clocks.map(({ clock }) => clock);
      for (const id of [answer, send, act]) expect(id === null || known.includes(id)).toBe(true);
      const window = basis.clocks.find(({ clock }) => clock === answer);
      expect(['their-window', 'earliest']).toContain(window?.direction);
      expect(window?.shownTo).toEqual([hearing.of]);
      const { onSilence, onConsent, onUnreachable, onRepeat, onObjection } = hearing;
      const restricts = [onSilence, onConsent, onUnreachable, onRepeat].includes('restrict');
      expect(basis.groundByRule !== null).toBe(restricts);
      expect(hearing.keptBecause !== null).toBe(onObjection === 'keep');
      expect(basis.notifications.some(({ kind }) => kind === 'hearing-notice')).toBe(true);
    },
  );

  it('keeps to the values that were agreed', () => {
    expect(findLegalBasis('EU_TCO_ART3')).toMatchObject({
      actFirst: 'once-authenticated',
      fourEyes: { rule: 'confirm-after', withinHours: 24 },
      informationWait: { kind: 'none' },
      unattended: 'never-waits',
      atRiskAfterMinutes: 40,
    });
    expect(findLegalBasis('DSA_ART16')).toMatchObject({
      actFirst: 'no',
      fourEyes: { rule: 'when-wide', itemsAbove: 10 },
      informationWait: { kind: 'days', amount: 7 },
      unattended: 'target-only',
    });
    for (const id of ['COURT_ORDER', 'DSA_ART9'] as const) {
      expect(findLegalBasis(id)).toMatchObject({
        actFirst: 'no',
        fourEyes: { rule: 'always' },
        decidedBy: ['counsel'],
        informationWait: { kind: 'days', amount: 3 },
        unattended: 'page-only',
      });
    }
    expect(findLegalBasis('US_TIDA')).toMatchObject({
      actFirst: 'when-valid-on-its-face',
      fourEyes: { rule: 'never' },
      informationWait: { kind: 'hours', amount: 24 },
      unattended: 'disable-at-75-percent',
    });
    expect(findLegalBasis('US_DMCA_512')).toMatchObject({
      fourEyes: { rule: 'never' },
      informationWait: { kind: 'business-days', amount: 5, place: 'US' },
    });
  });
});

describe('the corrections of holidays', () => {
  it('each name a place that is known and a source', () => {
    for (const correction of HOLIDAY_CORRECTIONS) {
      expect(findPlace(correction.place)).not.toBeNull();
      expect(correction.source.length).toBeGreaterThan(10);
    }
  });
});
