import type { ResumeRequest } from '#domain/api/work';
import { IncidentType } from '#domain/reports/incident-type';
import type { CaseArguments } from './case-arguments.ts';
import { type FlagHelp, UsageError } from './command.ts';

/** The flags that say of a report what its words do not. */
export const REPORT_FLAGS = ['incident-type', 'viewed'] as const;

/** What the help says of these flags. */
export const REPORT_HELP: readonly FlagHelp[] = [
  {
    flag: '--incident-type <type>',
    en: `what a report to NCMEC is about: ${IncidentType.options.join('; ')}`,
    de: `Gegenstand einer Meldung an NCMEC: ${IncidentType.options.join('; ')}`,
  },
  {
    flag: '--viewed yes|no',
    en: 'whether a person viewed the file that a report of child abuse is about',
    de: 'ob ein Mensch die Datei angesehen hat, um die es in einer Meldung von Kindesmissbrauch geht',
  },
];

type Judgement = Pick<NonNullable<ResumeRequest['deliveries']>[number], 'incidentType' | 'viewed'>;

/** What the person who sends a report says of it, or null where nothing is said. @throws UsageError */
export function judgementFrom({ text }: CaseArguments): Judgement | null {
  const { 'incident-type': type, viewed } = text;
  if (type === undefined && viewed === undefined) return null;
  const incidentType = IncidentType.safeParse(type).data;
  if (type !== undefined && incidentType === undefined) {
    throw new UsageError(`--incident-type takes one of: ${IncidentType.options.join('; ')}.`);
  }
  if (viewed !== undefined && viewed !== 'yes' && viewed !== 'no') throw new UsageError('--viewed takes yes or no.');
  return {
    ...(incidentType !== undefined && { incidentType }),
    ...(viewed !== undefined && { viewed: viewed === 'yes' }),
  };
}
