import { describe, expect, it } from 'vitest';
import {
  CENTRAL_POLICE,
  CHILD_SAFETY_BY_ESTABLISHMENT,
  REPORT_RECIPIENTS,
  REPORT_ROUTES,
  type ReportRoute,
} from '../../domain/catalogue/report-routes.ts';
import { documentText, tableRows } from './documented-commands.ts';

const TEXT = documentText('docs/reports-to-authorities.md');

const TO: Readonly<Record<ReportRoute['to'], string>> = {
  'member-state':
    'the Member State where those are whose content it is; not known: that of our establishment, and Europol',
  establishment: 'by each country of establishment',
  place: 'the police where the person is; not known: of our establishment',
};

/** The countries that are told of one recipient. */
function countriesOf(recipients: Readonly<Record<string, string>>, id: string): string {
  const countries = Object.entries(recipients).flatMap(([country, recipient]) => (recipient === id ? country : []));
  return countries.map((country) => `\`${country}\``).join(', ');
}

describe('docs/reports-to-authorities.md', () => {
  it('says of each signal what is drafted, for whom, and on what that rests', () => {
    const rows = Object.entries(REPORT_ROUTES).map(
      ([signal, { kind, to, source }]) =>
        `| \`${signal}\` | \`${kind}\` | ${TO[to]} | ${source.cite} | ${source.certainty} |`,
    );
    expect(tableRows(TEXT, '| Signal |')).toEqual(rows);
  });

  it('says of each recipient which reports it gets and how sure that is', () => {
    const rows = REPORT_RECIPIENTS.map(({ id, channel, source }) => {
      const children = countriesOf(CHILD_SAFETY_BY_ESTABLISHMENT, id);
      const offences = countriesOf(CENTRAL_POLICE, id);
      const row = `| \`${id}\` | ${channel} | ${children} | ${offences} | ${source.cite} | ${source.certainty} |`;
      return row.replaceAll(/ {2,}/g, ' ');
    });
    expect(tableRows(TEXT, '| Recipient |')).toEqual(rows);
  });
});
