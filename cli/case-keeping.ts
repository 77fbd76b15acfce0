import { ErasureAnswer } from '#domain/api/erasure-views';
import { HoldAnswer } from '#domain/api/hold-views';
import { RequestedGround } from '#domain/erasure';
import type { CaseArguments } from './case-arguments.ts';
import { postCommand, reasonOf } from './case-work.ts';
import { type Command, UsageError } from './command.ts';

/** `writ case hold`, `unhold` and `erase`: what keeps a case from being erased, and what erases a person of it. */
export const CASE_KEEPING_COMMANDS: readonly Command[] = [
  postCommand({
    name: 'case hold',
    usage: 'case hold <caseId> --matter <number> --reason <text>',
    summary: {
      en: 'Places a legal hold: nothing of the case is erased until it is released.',
      de: 'Setzt eine Löschsperre: Bis zu ihrer Aufhebung wird nichts vom Fall gelöscht.',
    },
    examples: ['case hold case-4zh7vhzbtespzp1ccfetjrq191 --matter LIT-2026-0042 --reason "A suit is announced."'],
    germanExamples: [
      'case hold case-4zh7vhzbtespzp1ccfetjrq191 --matter LIT-2026-0042 --reason "Eine Klage ist angekündigt."',
    ],
    route: 'holds',
    takes: { text: ['matter', 'reason'] },
    answer: HoldAnswer,
    body: (read) => ({ matter: needed(read, 'matter'), reason: reasonOf(read) }),
  }),
  postCommand({
    name: 'case unhold',
    usage: 'case unhold <caseId> --number <number> --reason <text>',
    summary: {
      en: 'Releases a legal hold ("case show" numbers them).',
      de: 'Hebt eine Löschsperre auf ("case show" nummeriert sie).',
    },
    examples: ['case unhold case-4zh7vhzbtespzp1ccfetjrq191 --number 1 --reason "The matter is closed."'],
    germanExamples: [
      'case unhold case-4zh7vhzbtespzp1ccfetjrq191 --number 1 --reason "Das Verfahren ist abgeschlossen."',
    ],
    route: (read) => `holds/${encodeURIComponent(needed(read, 'number'))}/release`,
    takes: { text: ['number', 'reason'] },
    answer: HoldAnswer,
    body: (read) => ({ reason: reasonOf(read) }),
  }),
  postCommand({
    name: 'case erase',
    usage: `case erase <caseId> --person <personId> --ground ${RequestedGround.options.join('|')} --reference <number>`,
    summary: {
      en: 'Erases one person of a closed case; the rest of it stays readable and provable.',
      de: 'Löscht eine Person eines abgeschlossenen Falls; alles Übrige bleibt lesbar und beweisbar.',
    },
    flags: [
      {
        flag: '--person <personId>',
        en: 'whom ("case show" names them: sender, authority, uploader-1)',
        de: 'wen ("case show" nennt sie: sender, authority, uploader-1)',
      },
      {
        flag: '--reference <number>',
        en: 'the number under which the request or the order is kept',
        de: 'die Nummer, unter der Antrag oder Anordnung geführt werden',
      },
    ],
    examples: [
      'case erase case-4zh7vhzbtespzp1ccfetjrq191 --person uploader-1 --ground gdpr-art-17 --reference DSR-2026-0107',
    ],
    route: 'erasures',
    takes: { text: ['person', 'ground', 'reference'] },
    answer: ErasureAnswer,
    body: (read) => ({
      personId: needed(read, 'person'),
      ground: groundOf(read),
      reference: needed(read, 'reference'),
    }),
  }),
];

function groundOf(read: CaseArguments): RequestedGround {
  const ground = RequestedGround.safeParse(needed(read, 'ground'));
  if (ground.success) return ground.data;
  throw new UsageError(`--ground takes ${RequestedGround.options.join(', ')}, not "${read.text['ground']}".`);
}

function needed({ text }: CaseArguments, flag: string): string {
  const value = text[flag];
  if (value === undefined || value === '') throw new UsageError(`--${flag} is missing.`);
  return value;
}
