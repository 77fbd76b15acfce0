import * as z from 'zod';
import { Bilingual } from './clock.ts';
import { Source } from './source.ts';

/** Who is heard before anything is decided or restricted, by which clocks, and what follows from each answer or none. */
export const HearingRule = z.object({
  of: z.literal('uploader'),
  /** `before-review`: on the notice, before anybody decides; `before-restriction`: on a decision that is intended. */
  opens: z.enum(['before-review', 'before-restriction']),
  /** Their window; ours to send what they are heard on; ours to act on how it ended. Null where the law sets none. */
  clocks: z.object({ answer: z.string(), send: z.string().nullable(), act: z.string().nullable() }),
  /** When it is over: once all have answered, or not before their window is, whoever has answered. */
  endsWith: z.enum(['last-answer', 'window']),
  /** What an objection must hold to count. */
  objectionNeeds: z.enum(['nothing', 'name-and-address']),
  /** What silence means, and an answer that lacks what it needs. `decide-without`: a person decides, who is paged. */
  onSilence: z.enum(['restrict', 'keep', 'decide-without']),
  onConsent: z.enum(['restrict', 'decide']),
  onObjection: z.enum(['keep', 'decide']),
  /** For those to whom nothing can be sent electronically. */
  onUnreachable: z.enum(['restrict', 'decide-without']),
  /** For a notice that says that the statement was removed before, and put up again; null where that is no matter. */
  onRepeat: z.enum(['restrict', 'decide']).nullable(),
  /** What the one who asked is told where the content stays by rule; null where no rule keeps it. */
  keptBecause: Bilingual.nullable(),
  /** When nobody is heard before. */
  exempt: z.array(z.object({ when: z.enum(['illegal-content', 'crisis']), source: Source })),
  source: Source,
});
export type HearingRule = z.infer<typeof HearingRule>;
