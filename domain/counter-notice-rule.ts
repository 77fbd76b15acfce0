import * as z from 'zod';
import { Source } from './source.ts';

/** What a counter-notice must hold, by the field of its body that holds it. */
export const CounterNoticeElement = z.enum([
  'items',
  'mistake',
  'name',
  'postalAddress',
  'telephone',
  'jurisdiction',
  'service',
  'signature',
]);
export type CounterNoticeElement = z.infer<typeof CounterNoticeElement>;

/** That whoever put content up may demand it back, and that it is put back unless the one who complained sues. */
export const CounterNoticeRule = z.object({
  of: z.literal('uploader'),
  /** What it must hold to count. */
  elements: z.array(CounterNoticeElement).min(1),
  /** The clocks of the window in which the content is put back. */
  clocks: z.object({ notBefore: z.string(), notAfter: z.string() }),
  /**
   * After which business day of that window, counted as its clocks count, it is put back: our own choice inside it, so
   * that it holds also where a day is counted otherwise, and time is left for what fails.
   */
  putBackAfter: z.int().positive(),
  source: Source,
});
export type CounterNoticeRule = z.infer<typeof CounterNoticeRule>;
