import { ShownState } from '#domain/api/shared';
import { ApprovalVerdict, DecisionOutcome, DecisionRecord } from '#domain/decision';
import { ErasureState } from '#domain/erasure';
import type { Language } from '#domain/party';
import { DECISION_EFFECTS, DECISIONS, ERASURE_STATES, STATES, VERDICTS } from './words.ts';

/** What the fields of answers are called in German; in English they keep the names that the interface has. */
const GERMAN: Readonly<Record<string, string>> = {
  caseId: 'Fall',
  leaseId: 'Übernahme',
  expiresAt: 'Gilt bis',
  decisionId: 'Entscheidung',
  outcome: 'Ergebnis',
  effect: 'Wirkung',
  verdict: 'Antwort',
  state: 'Stand',
  fourEyes: 'Zweite Person',
  number: 'Nummer',
  matter: 'Verfahren',
  erased: 'Bereits gelöscht',
  personId: 'Person',
};

/** The fields of an answer, one a line. */
export function describeFields(answer: Readonly<Record<string, unknown>>, language: Language): string[] {
  return Object.entries(answer).map(([name, value]) =>
    language === 'en' ? `${name}: ${String(value)}` : `${GERMAN[name] ?? name}: ${inGerman(name, value)}`,
  );
}

function inGerman(name: string, value: unknown): string {
  switch (name) {
    case 'outcome':
      return DECISIONS[DecisionOutcome.parse(value)].de;
    case 'effect':
      return DECISION_EFFECTS[DecisionRecord.shape.effect.parse(value)].de;
    case 'verdict':
      return VERDICTS[ApprovalVerdict.parse(value)].de;
    case 'state':
      return (
        ErasureState.safeParse(value).success
          ? ERASURE_STATES[ErasureState.parse(value)]
          : STATES[ShownState.parse(value)]
      ).de;
    case 'fourEyes':
      return value === true ? 'erforderlich' : 'nicht erforderlich';
    default:
      return String(value);
  }
}
