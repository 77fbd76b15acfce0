import { describe, expect, it } from 'vitest';
import { REPORT_RECIPIENTS, REPORT_ROUTES } from '#domain/catalogue/report-routes';
import type { DangerSignal } from '#domain/danger-words';
import { ReportKind } from '#domain/delivery';
import { isReachable, readAddresses } from '#domain/reports/addresses';
import { ncmecReport } from '#domain/reports/ncmec-report';
import { plannedReports, recipientOf } from '#domain/reports/recipients';
import type { ReportFacts } from '#domain/reports/report-facts';
import { reportText } from '#domain/reports/report-text';
import { faultIn } from '#local/ncmec/schema';
import { readXml } from '#local/ncmec/xml';
import { UNRESOLVED } from '../messages/unresolved.ts';

const ACCOUNT = { id: 'up-7', name: 'Mara Lind', email: 'mara.lind@post.example', country: 'DE' };
const CONTENT = {
  itemId: 'item-1',
  url: 'https://klangwerk.example/tracks/trk-1001',
  contentId: 'tracks/trk-1001',
  publishedAt: '2026-11-20T08:00:00Z',
  account: ACCOUNT,
};
const SHA = 'a'.repeat(64);
const JUDGED = { incidentType: 'Online Enticement of Children for Sexual Acts', viewed: false } as const;
const NOW = Date.parse('2026-11-22T15:00:00Z');

function facts(changes: Partial<ReportFacts> = {}): ReportFacts {
  return {
    kind: 'child-safety-report',
    recipient: 'ncmec',
    reference: 'W-2026-000123',
    receivedAt: '2026-11-22T14:40:05Z',
    composedAt: '2026-11-22T14:41:00Z',
    zone: 'Europe/Berlin',
    platform: {
      name: 'Klangwerk & Co. GmbH',
      address: 'Spreeufer 1, 10179 Berlin',
      contact: 'legal@klangwerk.example',
      authorisedPerson: null,
    },
    contents: [CONTENT],
    further: 0,
    words: ['He asks <children> for pictures.'],
    files: [{ mediaType: 'image/png', bytes: 3, sha256: SHA }],
    ...changes,
  };
}

describe('who gets a report', () => {
  const of = (signal: DangerSignal, concerned: readonly string[], establishments: readonly string[] = ['DE']) =>
    plannedReports([signal], { concerned, establishments }).map(
      ({ route, recipient }) => `${route.kind} ${recipient.id}`,
    );

  it.each([
    ['threat-to-life', ['FR'], ['DE'], ['crime-report state-FR']],
    ['threat-to-life', ['FR', 'DE'], ['DE'], ['crime-report state-FR', 'crime-report bka']],
    ['threat-to-life', [], ['DE'], ['crime-report bka', 'crime-report europol']],
    ['threat-to-life', ['US'], ['US', 'IE'], ['crime-report state-IE', 'crime-report europol']],
    ['terrorism-imminent', [], ['DE'], ['terrorism-report bka', 'terrorism-report europol']],
    ['child-safety', ['FR'], ['DE'], ['child-safety-report bka']],
    ['child-safety', ['DE'], ['US'], ['child-safety-report ncmec']],
    ['child-safety', [], ['GB'], ['child-safety-report nca']],
    ['child-safety', [], ['DE', 'US'], ['child-safety-report bka', 'child-safety-report ncmec']],
    ['child-safety', [], ['FR'], ['child-safety-report state-FR']],
    ['self-harm', ['US'], ['DE'], ['welfare-disclosure state-US']],
    ['self-harm', [], ['DE'], ['welfare-disclosure bka']],
  ] as const)('on %s, content from %j, by a provider in %j', (signal, concerned, establishments, expected) => {
    expect(of(signal, concerned, establishments)).toEqual(expected);
  });

  it('is named once however many signals lead there', () => {
    const places = { concerned: ['DE'], establishments: ['DE'] };
    expect(plannedReports(['threat-to-life', 'threat-to-life'], places)).toHaveLength(1);
    expect(plannedReports(['threat-to-life', 'child-safety'], places)).toHaveLength(2);
  });

  it('is never an address of our making: recipients hold none, and each says how sure it is', () => {
    for (const recipient of [...REPORT_RECIPIENTS, recipientOf('state-FR')]) {
      expect(JSON.stringify(recipient)).not.toContain('@');
      expect(recipient.source.certainty).toBe(recipient.id === 'ncmec' ? 'source-checked' : 'uncertain');
    }
    expect(recipientOf('state-FR').name).toEqual({
      en: 'Law enforcement authority, France',
      de: 'Strafverfolgungsbehörde, Frankreich',
    });
  });

  it('is reachable only at an address that the deployment was told, NCMEC only with an account', () => {
    const told = { addresses: readAddresses('bka=a@b.example, europol=c@d.example'), ncmec: false };
    expect(['bka', 'europol', 'nca', 'ncmec'].filter((id) => isReachable(recipientOf(id), told))).toEqual([
      'bka',
      'europol',
    ]);
    expect(isReachable(recipientOf('ncmec'), { ...told, ncmec: true })).toBe(true);
    expect(() => readAddresses('bka=nowhere')).toThrow();
  });
});

describe('a report, whole', () => {
  const UNKNOWN = {
    ...CONTENT,
    url: 'https://elsewhere.example/4711',
    contentId: null,
    publishedAt: null,
    account: null,
  };

  it.each(ReportKind.options.flatMap((kind) => [[kind, 'de', 'bka'] as const, [kind, 'en', 'europol'] as const]))(
    'writes a %s in %s',
    async (kind, language, recipient) => {
      const report = facts({ kind, recipient, contents: [CONTENT, UNKNOWN], further: 3 });
      const { subject, text } = reportText(report);
      await expect(`Subject: ${subject}\n\n${text}`).toMatchFileSnapshot(`golden/${kind}.${language}.txt`);
      expect(text).not.toMatch(UNRESOLVED);
    },
  );
});

describe('ncmecReport', () => {
  it('is written in the order of the schema, without what is not known', () => {
    expect(ncmecReport(facts(), JUDGED)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<report>
  <incidentSummary>
    <incidentType>Online Enticement of Children for Sexual Acts</incidentType>
    <incidentDateTime>2026-11-20T08:00:00Z</incidentDateTime>
    <incidentDateTimeDescription>When it was published.</incidentDateTimeDescription>
  </incidentSummary>
  <internetDetails>
    <webPageIncident>
      <url>https://klangwerk.example/tracks/trk-1001</url>
    </webPageIncident>
  </internetDetails>
  <reporter>
    <reportingPerson>
      <email>legal@klangwerk.example</email>
    </reportingPerson>
  </reporter>
  <personOrUserReported>
    <personOrUserReportedPerson>
      <email>mara.lind@post.example</email>
    </personOrUserReportedPerson>
    <espIdentifier>up-7</espIdentifier>
    <displayName>Mara Lind</displayName>
  </personOrUserReported>
  <additionalInfo>Provider: Klangwerk &amp; Co. GmbH, Spreeufer 1, 10179 Berlin. Our reference: W-2026-000123.
No person of the provider viewed the file.
Item item-1: tracks/trk-1001.
File sent to the provider, not kept: image/png, SHA-256 ${SHA}.
Written to the provider: He asks &lt;children&gt; for pictures.</additionalInfo>
</report>
`);
  });

  it.each([
    ['of one account', {}],
    ['of several', { contents: [CONTENT, { ...CONTENT, account: { ...ACCOUNT, id: 'up-8' } }] }],
    ['of nothing that was found', { contents: [] }],
    ['that says very much', { words: ['x\u0000<&>'.repeat(2_000)] }],
    ['of what is said to be published later', { contents: [{ ...CONTENT, publishedAt: '2027-01-01T00:00:00Z' }] }],
  ])('keeps the schema in a report %s', (_what, changes) => {
    const report = readXml(ncmecReport(facts(changes), JUDGED));
    expect(report === null ? 'malformed' : faultIn(report, NOW)).toBeNull();
  });

  it('calls nobody the one reported where several accounts are meant', () => {
    const contents = [CONTENT, { ...CONTENT, account: { ...ACCOUNT, id: 'up-8' } }];
    expect(ncmecReport(facts({ contents }), JUDGED)).not.toContain('personOrUserReported');
  });
});

describe('the stand-in for the schema', () => {
  const whole = ncmecReport(facts(), JUDGED);
  const move = (element: string): string => {
    const found = new RegExp(` {2}<${element}>[\\s\\S]*?</${element}>\\n`).exec(whole)?.[0] ?? '';
    return whole.replace(found, '').replace('</report>', `${found}</report>`);
  };

  it.each([
    ['incidentSummary after the rest', move('incidentSummary'), 'report lacks incidentSummary'],
    ['reporter after the person reported', move('reporter'), 'report lacks reporter'],
    ['an element it does not know', whole.replace('<reporter>', '<who>x</who><reporter>'), 'report lacks reporter'],
    ['no incident type of the list', whole.replace('Online Enticement', 'Enticement'), 'incidentType is not of'],
    ['no time', whole.replace('2026-11-20T08:00:00Z', 'yesterday'), 'incidentDateTime is no time'],
    ['a time to come', whole.replace('2026-11-20T08', '2026-11-23T08'), 'incidentDateTime is in the future'],
    ['another root', whole.replaceAll('report>', 'tip>'), 'The root is tip'],
  ])('refuses %s', (_what, xml, fault) => {
    const report = readXml(xml);
    expect(report === null ? 'malformed' : faultIn(report, NOW)).toContain(fault);
  });

  it('refuses what is no XML', () => {
    expect([readXml('<a><b></a></b>'), readXml('<a>'), readXml('text'), readXml('<a/><b/>')]).toEqual(
      Array(4).fill(null),
    );
  });
});

describe('reportText', () => {
  it('is written in German for the BKA, with times and their zone', () => {
    expect(reportText(facts({ kind: 'crime-report', recipient: 'bka', files: [] }))).toEqual({
      subject: 'Meldung des Verdachts einer Straftat – W-2026-000123',
      text: `Meldung des Verdachts einer Straftat

An: Bundeskriminalamt
Von: Klangwerk & Co. GmbH, Spreeufer 1, 10179 Berlin, legal@klangwerk.example
Unser Zeichen: W-2026-000123

Grundlage dieses Schreibens: Artikel 18 der Verordnung (EU) 2022/2065 (Gesetz über digitale Dienste).

Am 22.11.2026, 15:40 Uhr (MEZ) (2026-11-22T14:40:05Z) haben wir von Informationen Kenntnis erlangt, die den Verdacht begründen, dass eine Straftat, die eine Gefahr für das Leben oder die Sicherheit einer Person darstellt, begangen wurde, begangen wird oder begangen werden könnte.

Die Inhalte:
- https://klangwerk.example/tracks/trk-1001 (tracks/trk-1001)
  Veröffentlicht: 20.11.2026, 09:00 Uhr (MEZ) (2026-11-20T08:00:00Z)
  Konto (Kennung, Name, E-Mail, Land): up-7, Mara Lind, mara.lind@post.example, DE

Was uns geschrieben wurde, im Wortlaut:
„He asks <children> for pictures.“

Wer uns geschrieben hat, teilen wir Ihnen auf Anfrage unter unserem Zeichen mit.

Klangwerk & Co. GmbH, 22.11.2026, 15:41 Uhr (MEZ) (2026-11-22T14:41:00Z)
`,
    });
  });

  it('suspects no offence where somebody may harm themselves', () => {
    const { text } = reportText(facts({ kind: 'welfare-disclosure', recipient: 'state-FR' }));
    expect(text).toContain('We do not suspect an offence.');
    expect(text).toContain('To: Law enforcement authority, France');
    expect(text).toContain('Article 6(1)(d) of Regulation (EU) 2016/679');
    expect(text).not.toContain('Article 18');
  });

  it.each(Object.values(REPORT_ROUTES))('says of $kind that what is not known is not known', ({ kind }) => {
    const contents = [{ ...CONTENT, publishedAt: null, account: null, contentId: null }];
    const { text } = reportText(facts({ kind, recipient: 'europol', contents, further: 3 }));
    expect(text.match(/not known to us/g)).toHaveLength(2);
    expect(text).toContain('and 3 more, on request.');
    expect(text).not.toMatch(/null|undefined/);
  });
});
