import type { ApprovalView, CaseView, DecisionView } from '#domain/api/case-views';
import type { Language } from '#domain/party';
import { shortCategory } from './category.ts';
import { joined } from './joined.ts';
import { fields, section } from './sections.ts';
import { labelsIn } from './show-labels.ts';
import { DATA_CATEGORIES, DECISION_EFFECTS, DECISIONS, DISCLOSURE_CHANNELS, VERDICTS } from './words.ts';

const GROUNDS = {
  illegal: { en: 'illegal', de: 'rechtswidrig' },
  terms: { en: 'against our terms', de: 'gegen unsere Regeln' },
  order: { en: 'an order', de: 'eine Anordnung' },
} as const;

const BY_RULE = { en: 'a rule, before anybody looked', de: 'einer Regel, vor jeder Prüfung' } as const;
const UNFOUNDED = { en: 'the complaint is called that', de: 'so wird die Beschwerde bezeichnet' } as const;
const PROTECTED = {
  en: 'called journalistic or political by the one who decided',
  de: 'nach der Entscheidung journalistisch oder politisch',
} as const;
const FOUR_EYES = { en: 'needed', de: 'erforderlich' } as const;

/** The decision in force or waiting for approval, and what the second person said: of a cancelled one, that alone. */
export function showDecision({ decision, approval }: CaseView, language: Language): string[] {
  return [...describeDecision(decision, approval, language), ...describeApproval(decision, approval, language)];
}

function describeDecision(decision: DecisionView | null, approval: ApprovalView | null, language: Language): string[] {
  if (decision === null) return [];
  const label = labelsIn(language);
  const { outcome, effect, decidedByRule, decidedBy, decidedAt, ground, facts, until, fourEyes } = decision;
  const isLifting = effect === 'reverse' || effect === 'overturn';
  const person = decidedByRule && !isLifting ? BY_RULE[language] : decidedBy;
  const rows = fields([
    [label('outcome'), `${DECISIONS[outcome][language]} (${DECISION_EFFECTS[effect][language]})`],
    [label('by'), joined([person, decidedAt], ', ')],
    [label('takesBack'), decision.reverses],
    [label('reasonForLifting'), decision.reason],
    [label('ground'), groundInWords(decision, language)],
    [label('explanation'), ground?.explanation],
    [label('category'), ground?.category === undefined ? null : shortCategory(ground.category)],
    [label('facts'), facts],
    ...packageRows(decision, language),
    [label('until'), until],
    [label('protected'), decision.protectedSpeech === true ? PROTECTED[language] : null],
    [label('unfounded'), decision.manifestlyUnfounded === true ? UNFOUNDED[language] : null],
    [label('id'), decision.decisionId],
    [label('approval'), fourEyes && approval === null ? FOUR_EYES[language] : null],
  ]);
  return section(label('decision'), rows);
}

/** The package that is handed over: how it is called and recognized. */
function packageRows({ disclosure }: DecisionView, language: Language): readonly (readonly [string, string | null])[] {
  if (disclosure === undefined) return [];
  const label = labelsIn(language);
  const { reference, categories, channel, sha256 } = disclosure;
  return [
    [label('package'), reference],
    [label('data'), categories.map((category) => DATA_CATEGORIES[category][language]).join(', ')],
    [label('channel'), DISCLOSURE_CHANNELS[channel][language]],
    ['SHA-256', sha256],
  ];
}

function describeApproval(decision: DecisionView | null, approval: ApprovalView | null, language: Language): string[] {
  if (approval === null) return [];
  const label = labelsIn(language);
  const { verdict, approvedBy, approvedAt, handedOverAt, reason, decisionId } = approval;
  const rows = fields([
    [label('outcome'), VERDICTS[verdict][language]],
    [label('by'), `${approvedBy}, ${approvedAt}`],
    [label('handedOver'), handedOverAt],
    [label('reason'), reason],
    [label('decision'), decision === null ? decisionId : null],
  ]);
  return section(label('approval'), rows);
}

/** On what a decision rests, where it names that or restricts something. */
function groundInWords({ outcome, effect, ground, groundType }: DecisionView, language: Language): string | null {
  if (outcome === 'refused') return ground?.provision ?? null;
  const restricts = outcome === 'restrict' && (effect === 'restrict' || effect === 'confirm');
  if (groundType === null || (ground === null && !restricts)) return null;
  return joined([GROUNDS[groundType][language], ground?.provision], ': ');
}
