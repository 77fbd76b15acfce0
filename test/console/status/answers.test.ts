import { describe, expect, it } from 'vitest';
import { toInformation } from '../../../console/status/answers.ts';
import { InformationRequest } from '../../../domain/submission.ts';

describe('what is supplied on the status page', () => {
  it('holds what was filled in, and is nothing where nothing was', () => {
    const body = toInformation(
      { explanation: ' Because. ', 'good-faith': true, accuracy: false, name: ' ' },
      ' https://a.example ',
    );
    expect(body).toEqual({
      answers: { explanation: 'Because.', 'good-faith': true },
      items: [{ url: 'https://a.example' }],
    });
    expect(InformationRequest.safeParse(body).success).toBe(true);
    expect(toInformation({ name: ' ', accuracy: false }, '')).toBeNull();
  });
});
