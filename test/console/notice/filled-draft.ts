import { Declaration, type Draft } from '../../../console/notice/draft.ts';

/** A form in which everything is filled in, whatever the law. */
export function filledDraft(): Draft {
  return {
    concern: 'illegal',
    basis: 'DSA_ART16',
    items: [{ url: ' https://platform.example/tracks/1 ', note: '00:43', components: ['audio'], territories: ['DE'] }],
    works: [{ description: 'Nordlicht', url: '' }],
    texts: {
      explanation: 'It is illegal.',
      meaning: 'That I steal.',
      inaccuracies: 'I never did.',
      earlierCase: 'case-1',
      name: 'Erika Beispiel',
      email: 'erika@example.org',
      signature: 'Erika Beispiel',
    },
    declared: [...Declaration.options],
  };
}
