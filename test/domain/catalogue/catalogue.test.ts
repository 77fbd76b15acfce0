import { describe, expect, it } from 'vitest';
import { clockIds, findClock, findLegalBasis, LEGAL_BASES } from '#domain/catalogue/catalogue';
import { HOLIDAY_CORRECTIONS } from '#domain/holiday-corrections';
import { ClockRule, LegalBasis } from '#domain/legal-basis';
import { findPlace } from '#domain/places';
import { isWithin } from '#domain/territory';

const PROMISED = `EU_TCO_ART3.disable EU_TCO_ART4.scrutiny EU_TCO_ART4.authority-decision EU_TCO_ART6.preserve-until
  EU_TCO_ART11.non-disclosure-until DSA_ART9.comply COURT_ORDER.comply DSA_ART10.comply DSA_ART16.decide
  US_DMCA_512.remove DSA_ART9.report-effect DSA_ART20.complaint-until DE_URHDAG_14.decide
  US_DMCA_512.put-back-not-before US_DMCA_512.put-back-not-after US_TIDA.remove UK_OSA_NCII.remove UK_CPA_S21.remove
  UK_DEF_S5.operator UK_DEF_S5.poster-reply UK_TA2006_S3.remove GDPR_ART17.answer GDPR_ART17.answer-extended
  EU_TCO_ART3.confirm AU_OSA.remove IN_3_1_D.remove IN_3_2_B.remove IN_GRIEVANCE.acknowledge IN_GRIEVANCE.resolve
  US_2258A.preserve-until EU_EEVIDENCE.answer EU_EEVIDENCE.answer-emergency EMFA_18.wait`.split(/\s+/);

describe('the catalogue of clocks', () => {
  it('holds every clock that is promised, and no other', () => {
    expect(clockIds()).toEqual([...PROMISED].sort());
  });

  it.each(PROMISED.map((id) => [id]))('%s is a whole rule with a known place', (id) => {
    const found = findClock(id);
    expect(ClockRule.parse(found?.rule)).toEqual(found?.rule);
    expect(findPlace(found?.rule.place ?? '')?.zone).toBe(found?.rule.zone);
  });

  it('calls only targets targets, and they are four', () => {
    const targets = clockIds().filter((id) => findClock(id)?.rule.kind === 'target');
    expect(targets).toEqual([
      'DSA_ART16.decide',
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
    expect(basis.clocks.map((rule) => rule.clock)).toContain(basis.leadingClock);
    expect(basis.elements.some((rule) => rule.weight === 'locates')).toBe(true);
    expect(isWithin(basis.territory.default, basis.territory.widest)).toBe(true);
    expect(basis.notifications.map((rule) => rule.moment)).toEqual(
      expect.arrayContaining([
        'receipt',
        'information',
        'first-effect',
        'proven',
        'decided',
        'restored',
        'withdrawn',
        'rerouted',
      ]),
    );
  });

  it('finds a basis by id, by version, and its newest version', () => {
    expect(findLegalBasis('EU_TCO_ART3')).toMatchObject({ id: 'EU_TCO_ART3', version: 1 });
    expect(findLegalBasis('EU_TCO_ART3', 1)).toMatchObject({ version: 1 });
    expect(findLegalBasis('EU_TCO_ART3', 99)).toBeNull();
    expect(findLegalBasis('TERMS')).toBeNull();
  });

  it('owes a statement of reasons for a notice and information about the order for an order, never both', () => {
    for (const basis of LEGAL_BASES) {
      const kinds = basis.notifications.map((rule) => rule.kind);
      expect(kinds.includes('statement-of-reasons')).toBe(basis.nature === 'notice');
      expect(kinds.includes('information-about-order')).toBe(basis.nature === 'order');
      if (basis.nature === 'order') expect(kinds).not.toContain('transparency-database-entry');
    }
  });

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
