import { readFile } from 'node:fs/promises';
import type { Language } from '#domain/party';
import { distrustPurgeReport, type PurgeReport, SignedPurgeReport } from '#domain/purge-report';
import { readArguments } from './arguments.ts';
import { NODE_CRYPTO } from './audit-verify.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { writeJson, writeLines } from './output.ts';
import { readPublicKeys } from './public-keys.ts';

/** `writ audit purge-report`: verifies a purge report offline; exit code 1 when it is not valid. */
export const AUDIT_PURGE_REPORT_COMMAND: Command = {
  name: 'audit purge-report',
  usage: 'audit purge-report <report.json> [--key <file or URL of a JWKS>]',
  summary: {
    en: 'Verifies the signed report on a case that was erased as a whole (offline with a key file).',
    de: 'Prüft den signierten Bericht über einen im Ganzen gelöschten Fall (mit Schlüsseldatei offline).',
  },
  examples: ['audit purge-report purge-report.json --key keys.json'],
  run: runPurgeReport,
};

async function runPurgeReport(args: readonly string[], context: CommandContext): Promise<number> {
  const read = readArguments(args, context, { text: ['key'] });
  const [path, ...rest] = read.positionals;
  if (path === undefined || rest.length > 0) throw new UsageError('Name exactly one report.');
  const signed = await readReport(path);
  const keys = await readPublicKeys(read.text['key'], context.environment);
  const fault = await distrustPurgeReport(signed, keys, NODE_CRYPTO.verifySignature);
  if (read.json) writeJson(context.output, { valid: fault === null, fault, report: signed.report });
  else writeLines(context.output, inWords(signed.report, fault, read.language));
  return fault === null ? 0 : 1;
}

async function readReport(path: string): Promise<SignedPurgeReport> {
  try {
    return SignedPurgeReport.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new UsageError(`${path} holds no purge report.`, { cause });
  }
}

function inWords(report: PurgeReport, fault: string | null, language: Language): string[] {
  if (fault !== null) return [`${{ en: 'NOT VALID', de: 'UNGÜLTIG' }[language]}: ${fault}`];
  const { caseId, erasedAt, keptUntil, rule, erased, stays } = report;
  const years = rule.setBy === 'law' ? RULES.law[language] : RULES.platform[language];
  const list = [
    ...erased.map((what) => `- ${what[language]}`),
    { en: 'What stays:', de: 'Was bleibt:' }[language],
    ...stays.map(({ what, why }) => `- ${what[language]}: ${why[language]}`),
  ];
  return {
    en: [`VALID: ${caseId} was erased at ${erasedAt}; it was kept until ${keptUntil} (${rule.years} years, ${years}).`],
    de: [
      `GÜLTIG: ${caseId} wurde am ${erasedAt} gelöscht; aufbewahrt bis ${keptUntil} (${rule.years} Jahre, ${years}).`,
    ],
  }[language].concat(list);
}

const RULES = {
  law: { en: 'by law', de: 'nach Gesetz' },
  platform: { en: 'a setting of the platform, no rule of law', de: 'Einstellung der Plattform, keine Rechtsregel' },
} as const;
