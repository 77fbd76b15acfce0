import * as z from 'zod';
import { CaseRun, NextStep } from '#domain/case-run';
import { NotificationRule } from '#domain/legal-basis';
import type { Need } from '../../ports/needs.ts';

const needs = [
  'cases:read',
  'cases:write',
  'documents:read',
  'documents:write',
  'keys:make',
  'lumen',
  'mail:send',
  'ncmec',
  'partner',
  'platform',
  'platform-identity',
  'public-url',
  'report-destinations',
  'transparency-database',
] as const satisfies readonly Need[];

/** Seconds until the next look at what is open, by the looks taken so far; news of a delivery comes before. */
export const LOOK_SECONDS = [5, 30, 120, 600, 1_800] as const;
export const LONGEST_LOOK_SECONDS = 3_600;
/** The part of it that a look may come later, at random: whoever was refused together is not refused together again. */
export const LOOK_SPREAD = 0.25;
/** Minutes that the fate of a mail is waited for when it is not known whether it was handed over. */
export const FATE_MINUTES = 2;
/** Hours that a mail is tried again while the mail service takes no more: a quota for a day lets go after a day. */
export const BUSY_HOURS = 7 * 24;

/** Plans the messages owed at a moment, and writes, checks, keeps and hands over those that may go now. */
export const tell = {
  step: 'tell',
  needs,
  /**
   * `outcome`: whatever the case's outcome owes, and all that is still open; `open`: what is still open, nothing new.
   * `round`: looks taken so far, from 0.
   */
  input: CaseRun.extend({
    moment: NotificationRule.shape.moment.or(z.enum(['outcome', 'open'])),
    round: z.int().nonnegative(),
  }),
  /**
   * `notify`: more is to be handed over at once; `deliveries`: wait until `wakeAt` or for news of deliveries; `seal`:
   * nothing is open. `unsent` counts what is owed now and was not taken by its channel yet.
   */
  output: z.object({
    stage: NextStep,
    wakeAt: z.iso.datetime(),
    round: z.int().nonnegative(),
    unsent: z.int().nonnegative(),
  }),
};
