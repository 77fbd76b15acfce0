import type { Statement } from '../../domain/transparency-database/statement.ts';

/** A statement that keeps every rule, changed as a test needs it. */
export function sampleStatement(changes: Partial<Statement> = {}): Statement {
  return {
    decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
    decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
    illegal_content_legal_ground: '§ 130 StGB',
    illegal_content_explanation: 'Der Refrain fordert zu Gewalt auf.',
    content_type: ['CONTENT_TYPE_AUDIO'],
    category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
    territorial_scope: ['DE'],
    content_language: 'DE',
    content_date: '2026-03-02',
    application_date: '2026-11-22',
    decision_facts: 'Im Refrain wird zu Gewalt aufgefordert.',
    source_type: 'SOURCE_ARTICLE_16',
    automated_detection: 'No',
    automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
    puid: 'statement-1',
    ...changes,
  };
}
