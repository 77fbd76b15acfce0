import * as z from 'zod';
import { KeptDraft } from '#domain/messages/kept-draft';
import { ReportFacts } from './report-facts.ts';

/** A report as it is kept with its draft: the text that a person reads, and the facts that it is written from. */
export const KeptReport = z.object({ draft: KeptDraft, facts: ReportFacts });
export type KeptReport = z.infer<typeof KeptReport>;
