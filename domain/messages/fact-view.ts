import * as z from 'zod';
import { Bilingual } from '#domain/clock';
import { Automation, Ground } from '#domain/decision';
import type { PartyRole } from '#domain/party';
import { Topic } from '#domain/transparency-database/topic';
import { isCleared } from './clearance.ts';
import {
  ClockFacts,
  DecisionFacts,
  DisclosureFacts,
  EffectFacts,
  FactSheet,
  ImpossibilityFacts,
  InformationFacts,
  ItemFacts,
  Narrowing,
  OrderFacts,
  PlatformFacts,
  RedressFacts,
  ReinstatementFacts,
  RerouteFacts,
  SenderFacts,
  UploaderFacts,
  WithdrawalFacts,
} from './fact-sheet.ts';
import { FIELD_RULES } from './field-rules.ts';
import { ComplaintFacts, CounterNoticeFacts, ExtensionFacts, HearingFacts, ScrutinyFacts } from './procedure-facts.ts';

/** The fact sheet as one reader may see it: what the reader is not cleared for is absent. */
export const FactView = FactSheet.omit({ confidential: true })
  .partial()
  .extend({
    legalBasisName: Bilingual.partial().optional(),
    topic: Topic.partial().nullish(),
    platform: PlatformFacts.partial().optional(),
    sender: SenderFacts.partial().nullish(),
    uploader: UploaderFacts.partial().nullish(),
    items: z.array(ItemFacts.partial().extend({ effects: z.array(EffectFacts.partial()).optional() })),
    decision: DecisionFacts.partial()
      .extend({ ground: Ground.partial().nullish(), automation: Automation.partial().optional() })
      .nullish(),
    disclosure: DisclosureFacts.partial().nullish(),
    order: OrderFacts.partial().extend({ narrowed: Narrowing.partial().nullish() }).nullish(),
    clocks: z.array(ClockFacts.partial()),
    redress: RedressFacts.partial().nullish(),
    complaint: ComplaintFacts.partial().nullish(),
    information: InformationFacts.partial().nullish(),
    impossibility: ImpossibilityFacts.partial().nullish(),
    withdrawal: WithdrawalFacts.partial().nullish(),
    reroute: RerouteFacts.partial().extend({ door: Bilingual.partial().optional() }).nullish(),
    reinstatement: ReinstatementFacts.partial().nullish(),
    hearing: HearingFacts.partial()
      .extend({
        complaint: z.array(HearingFacts.shape.complaint.element.partial()).optional(),
        posters: z.array(HearingFacts.shape.posters.element.partial()).optional(),
      })
      .nullish(),
    extension: ExtensionFacts.partial().nullish(),
    scrutiny: ScrutinyFacts.partial().nullish(),
    counterNotice: z
      .object({
        way: CounterNoticeFacts.shape.way.unwrap().partial().nullish(),
        given: CounterNoticeFacts.shape.given.unwrap().partial().nullish(),
      })
      .nullish(),
  });
export type FactView = z.infer<typeof FactView>;

/** One item as a reader may see it. */
export type ItemView = FactView['items'][number];

const RULES_BY_PATH = new Map(FIELD_RULES.map((rule) => [rule.path, rule]));

function visiblePart(value: unknown, path: string, audience: PartyRole, facts: FactSheet): unknown {
  const rule = RULES_BY_PATH.get(path);
  if (rule) return isCleared(rule, audience, facts) ? value : undefined;
  if (Array.isArray(value)) return value.map((entry) => visiblePart(entry, `${path}[]`, audience, facts));
  if (typeof value !== 'object' || value === null) return value === null ? null : undefined;
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    visiblePart(inner, path === '' ? name : `${path}.${name}`, audience, facts),
  ]);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

/**
 * Takes away from a fact sheet whatever `audience` may not see, by `FIELD_RULES`: a field without a rule goes too,
 * and a clock goes that is not owed to that reader. Documents are written from the view, never from the sheet.
 */
export function viewFor(audience: PartyRole, facts: FactSheet): FactView {
  const owed = { ...facts, clocks: facts.clocks.filter((clock) => clock.audiences.includes(audience)) };
  return FactView.parse(visiblePart(owed, '', audience, facts));
}
