import { describe, expect, it } from 'vitest';
import { CONCERNS } from '../../../console/notice/concerns.ts';
import { EMPTY_DRAFT } from '../../../console/notice/draft.ts';
import { questionsOf, stepsOf } from '../../../console/notice/questions.ts';
import { toRequest } from '../../../console/notice/to-request.ts';
import { findLegalBasis } from '../../../domain/catalogue/catalogue.ts';
import { elementsOfNotice } from '../../../domain/elements-present.ts';
import type { LegalBasis, LegalBasisId } from '../../../domain/legal-basis.ts';
import { NoticeRequest } from '../../../domain/submission.ts';
import { filledDraft } from './filled-draft.ts';

function basis(id: LegalBasisId): LegalBasis {
  return findLegalBasis(id)!;
}

const OFFERED = CONCERNS.flatMap(({ id, bases }) => bases.map((one) => [id, one] as const));

describe('the questions of the form', () => {
  it.each(OFFERED)('about %s under %s lead to a notice in which nothing is missing', (concern, id) => {
    const request = NoticeRequest.parse(toRequest({ ...filledDraft(), concern, basis: id }, 'en', null));
    const present = elementsOfNotice({
      ...request,
      itemUrls: request.items.map(({ url }) => url),
      submitterName: request.submitter.name,
      submitterEmail: request.submitter.email,
      worksNamed: request.works.length,
    });
    expect(request.legalBasis).toBe(id);
    expect(present).toEqual(expect.arrayContaining(basis(id).elements.map(({ element }) => element)));
  });

  it.each(OFFERED)('about %s under %s each say why they are asked, as the catalogue has it', (concern, id) => {
    const asked = questionsOf(basis(id), concern);
    const sources = basis(id).elements.flatMap(({ source, exempt }) => [source, ...(exempt ? [exempt.source] : [])]);
    for (const { weight, reason } of asked) {
      if (weight !== 'optional') expect(reason).not.toBeNull();
      if (reason !== null) expect(sources).toContainEqual(reason.source);
    }
    expect(new Set(asked.map(({ field }) => field)).size).toBe(asked.length);
  });

  it('ask only what the chosen law needs', () => {
    const fields = (id: LegalBasisId): readonly string[] => questionsOf(basis(id), null).map(({ field }) => field);
    expect(fields('DSA_ART16')).toEqual(['items', 'explanation', 'attachments', 'name', 'email', 'goodFaith']);
    expect(fields('US_DMCA_512')).toEqual([
      ...['items', 'works', 'attachments', 'name', 'email'],
      ...['goodFaith', 'accurate', 'underPenaltyOfPerjury', 'signature'],
    ]);
    expect(fields('UK_DEF_S5')).toEqual([
      ...['items', 'explanation', 'meaning', 'inaccuracies', 'attachments', 'name', 'email'],
      ...['posterUnknown', 'removedBefore', 'passOnDetails'],
    ]);
    expect(fields('DE_URHDAG_14')).toContain('earlierCase');
    expect(stepsOf(questionsOf(basis('DE_URHDAG_14'), null))).not.toContain('declarations');
  });

  it('let whoever reports the sexual abuse of a child stay anonymous, and nobody else', () => {
    const weightOf = (concern: 'child-abuse' | 'illegal', field: string): string | undefined =>
      questionsOf(basis('DSA_ART16'), concern).find((question) => question.field === field)?.weight;
    expect(['name', 'email', 'explanation'].map((field) => weightOf('child-abuse', field))).toEqual([
      'optional',
      'optional',
      'substantial',
    ]);
    expect(weightOf('illegal', 'name')).toBe('substantial');
  });
});

describe('a notice from the form', () => {
  it('holds nothing that an earlier choice of law asked for', () => {
    const request = toRequest({ ...filledDraft(), concern: 'rules', basis: 'TERMS' }, 'de', null);
    expect(request).toEqual({
      legalBasis: 'TERMS',
      language: 'de',
      submitter: { email: 'erika@example.org' },
      items: [{ url: 'https://platform.example/tracks/1', note: '00:43', components: ['audio'], territories: ['DE'] }],
      works: [],
      explanation: 'It is illegal.',
      statements: {},
    });
  });

  it('begins with what signals a danger, and leaves blank answers out', () => {
    const draft = { ...EMPTY_DRAFT, concern: 'life' as const, items: [{ ...EMPTY_DRAFT.items[0]!, url: '  ' }] };
    expect(toRequest(draft, 'en', 'Subject: a life is in danger.')).toEqual({
      legalBasis: 'DSA_ART16',
      language: 'en',
      submitter: {},
      items: [],
      works: [],
      explanation: 'Subject: a life is in danger.',
      statements: {},
    });
  });
});
