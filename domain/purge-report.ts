import * as z from 'zod';
import { ChainHead } from './audit-event.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CaseRecord } from './case.ts';
import { Bilingual } from './clock.ts';
import { backupsUntil } from './erasure.ts';
import { type PublicKey, readJws, type VerifySignature } from './jws.ts';
import type { LegalBasis } from './legal-basis.ts';
import { LegalBasisId } from './legal-basis.ts';
import { retentionEnd, retentionRule } from './retention.ts';
import { Source } from './source.ts';

const Statement = z.object({ what: Bilingual, why: Bilingual });

/** What was erased of a whole case once its time was over, on which rule, and what stays: codes, ids and instants. */
export const PurgeReport = z
  .object({
    kind: z.literal('purge-report'),
    caseId: z.string(),
    reference: z.string(),
    legalBasis: LegalBasisId,
    /** How long such cases are kept, and whether a law says so or the platform. */
    rule: z.object({ years: z.int(), setBy: z.enum(['law', 'platform']), source: Source }),
    closedAt: z.iso.datetime(),
    /** When the time ended for which it was kept, and when its keys were destroyed: a hold lies in between. */
    keptUntil: z.iso.datetime(),
    erasedAt: z.iso.datetime(),
    /** The ids in the case of those whose keys were destroyed. */
    persons: z.array(z.string()),
    /** When the last backup of those keys runs out. */
    backupsUntil: z.iso.datetime(),
    erased: z.array(Bilingual),
    stays: z.array(Statement),
    /** The end of the audit chain just before. */
    head: ChainHead,
    keyId: z.string(),
  })
  .meta({ id: 'PurgeReport' });
export type PurgeReport = z.infer<typeof PurgeReport>;

/** A purge report as a compact JWS (ES256 over its canonical JSON), beside it what it says. */
export const SignedPurgeReport = z.object({ report: PurgeReport, jws: z.string() }).meta({ id: 'SignedPurgeReport' });
export type SignedPurgeReport = z.infer<typeof SignedPurgeReport>;

/** The key of the purge report of a case. */
export const PURGE_REPORT = 'PURGE-REPORT';

const ERASED: PurgeReport['erased'] = [
  {
    en: 'the keys of all persons of the case, and with them names, addresses, what they sent and what was sent to them',
    de: 'die Schlüssel aller Personen des Falls und damit Namen, Anschriften, was sie sandten und was ihnen gesandt wurde',
  },
  {
    en: 'every kept document of the case, in all versions: items, decisions, notes, what contents are restored from',
    de: 'jedes aufbewahrte Dokument des Falls in allen Fassungen: Inhalte, Entscheidungen, Notizen, Wiederherstellungsdaten',
  },
];

const STAYS: PurgeReport['stays'] = [
  {
    what: {
      en: 'the audit chain with its commitments, checkpoints and seals',
      de: 'die Prüfkette mit Festlegungen, Prüfpunkten und Siegeln',
    },
    why: {
      en: 'it proves that the case was handled and this erasure (GDPR Art 5(2)); it holds codes, ids and instants, no text',
      de: 'sie belegt die Bearbeitung des Falls und diese Löschung (Art. 5 Abs. 2 DSGVO); sie enthält Codes, Kennungen und Zeitpunkte, keinen Text',
    },
  },
  {
    what: {
      en: 'the record of the case and the histories of its executions',
      de: 'die Akte des Falls und die Verläufe seiner Ausführungen',
    },
    why: {
      en: 'the chain commits to them, and what is counted for reports comes from them; they hold codes, ids and counts',
      de: 'die Kette legt sich auf sie fest, und gezählt wird für Berichte aus ihnen; sie enthalten Codes, Kennungen und Zahlen',
    },
  },
];

/** The report on a case whose keys are destroyed at `erasedAt` (RFC 3339 UTC), before it is signed. */
export function buildPurgeReport(
  record: CaseRecord,
  basis: LegalBasis,
  done: { readonly persons: readonly string[]; readonly erasedAt: string; readonly keyId: string },
): PurgeReport {
  const { caseId, reference, legalBasis, audit } = record;
  const closedAt = record.closedAt ?? done.erasedAt;
  return {
    kind: 'purge-report',
    ...{ caseId, reference, legalBasis, closedAt, erased: ERASED, stays: STAYS },
    rule: retentionRule(basis),
    keptUntil: retentionEnd(closedAt, basis),
    erasedAt: done.erasedAt,
    persons: done.persons.toSorted(),
    backupsUntil: backupsUntil(done.erasedAt),
    head: { chain: caseId, seq: audit.seq, hash: audit.hash },
    keyId: done.keyId,
  };
}

/** The exact text that is signed. */
export function purgeReportPayload(report: PurgeReport): string {
  return canonicalJson(report);
}

/** Why a signed report cannot be trusted, or null when one of the given keys signed exactly this report. */
export async function distrustPurgeReport(
  { report, jws }: SignedPurgeReport,
  keys: readonly PublicKey[],
  verifySignature: VerifySignature,
): Promise<string | null> {
  const read = await readJws(jws, keys, verifySignature);
  if (read.kind === 'refused') return read.reason;
  if (read.keyId !== report.keyId) return 'the report names another key than its signature';
  return read.payload === purgeReportPayload(report) ? null : 'the signature is over another report';
}
