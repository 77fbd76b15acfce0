import type { DecisionRecord } from '#domain/decision';

/** What a rule decides, without what is the same for every decision by rule. */
export type Ruling = Pick<
  DecisionRecord,
  'decisionId' | 'caseId' | 'outcome' | 'documentKey' | 'itemCount' | 'territories' | 'groundType' | 'goesOnWith'
> & { readonly effect: 'restrict' | 'none'; readonly decidedAt: string };

/** The record of a decision that a rule makes: fully automated, without an end, and for a person to see afterwards. */
export function ruledDecision(ruling: Ruling): DecisionRecord {
  return {
    ...ruling,
    decidedBy: 'rule',
    decidedByRule: true,
    until: null,
    automation: { detection: false, decision: 'fully-automated' },
    fourEyes: false,
    reverses: null,
  };
}
