import * as z from 'zod';
import { Complainant } from '#domain/complained-of';
import { CounterNoticeElement } from '#domain/counter-notice-rule';
import { HearingResult } from '#domain/hearing';
import { Infringement } from '#domain/scrutiny';

/**
 * A hearing, as those heard and the one who asked are told of it. `proposes`: they are heard on a decision that is
 * intended, not on a notice. `complaint` holds what the notice says, piece by piece; `posters` those who consent to being
 * named to the one who asked. `accessToken`, which is the place of the token and never the token, and `answerUrl` are set
 * for the one who is heard alone.
 */
export const HearingFacts = z.object({
  proposes: z.boolean(),
  objectionNeeds: z.enum(['nothing', 'name-and-address']),
  onSilence: z.enum(['restrict', 'keep', 'decide-without']),
  complaint: z.array(z.object({ about: z.enum(['explanation', 'meaning', 'inaccuracies']), text: z.string() })),
  contactDisclosed: z.boolean(),
  sentAt: z.iso.datetime().nullable(),
  answerUntil: z.iso.datetime().nullable(),
  /** The IANA zone in which the window ends. */
  zone: z.string(),
  result: HearingResult.nullable(),
  posters: z.array(z.object({ name: z.string(), address: z.string() })),
  accessToken: z.string().nullable(),
  answerUrl: z.string().nullable(),
});
export type HearingFacts = z.infer<typeof HearingFacts>;

/**
 * A counter-notice. `way` is for whoever may give one alone: what it must hold, where to give it, and the place of the
 * access token, never the token. `given` is the copy for the one who complained: what it holds, the window in which the
 * content is put back, and where a court action is notified.
 */
export const CounterNoticeFacts = z.object({
  way: z.object({ elements: z.array(CounterNoticeElement), url: z.string(), accessToken: z.string() }).nullable(),
  given: z
    .object({
      number: z.int().positive(),
      receivedAt: z.iso.datetime(),
      name: z.string(),
      postalAddress: z.string(),
      telephone: z.string(),
      signature: z.string(),
      itemIds: z.array(z.string()),
      notBefore: z.iso.datetime(),
      notAfter: z.iso.datetime(),
      /** The IANA zone in which the window is counted. */
      zone: z.string(),
      courtActionUrl: z.string(),
    })
    .nullable(),
});
export type CounterNoticeFacts = z.infer<typeof CounterNoticeFacts>;

/** Why the authority of the establishment is asked to scrutinise an order (Reg. (EU) 2021/784 Art 4(4)). */
export const ScrutinyFacts = z.object({ infringement: Infringement, grounds: z.string().min(1) });
export type ScrutinyFacts = z.infer<typeof ScrutinyFacts>;

/** Why an answer takes longer than the law first allows, in our words. */
export const ExtensionFacts = z.object({ reason: z.string().min(1) });
export type ExtensionFacts = z.infer<typeof ExtensionFacts>;

/** A complaint: who complains, our reference of the case complained of, and whether it is called manifestly unfounded. */
export const ComplaintFacts = z.object({
  by: Complainant,
  about: z.string().min(1),
  manifestlyUnfounded: z.boolean(),
});
export type ComplaintFacts = z.infer<typeof ComplaintFacts>;
