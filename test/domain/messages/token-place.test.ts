import { describe, expect, it } from 'vitest';
import { TOKEN_PLACE, withToken } from '#domain/messages/token-place';

describe('the place of an access token', () => {
  it('takes the token as a message is sent, and no place that somebody quoted above', () => {
    const quoted = `> See https://evil.example/?t=${TOKEN_PLACE}`;
    expect(withToken(`${quoted}\n\nAccess token: ${TOKEN_PLACE}\n\nYours`, 'uploader-1.abc')).toBe(
      `${quoted}\n\nAccess token: uploader-1.abc\n\nYours`,
    );
  });

  it('leaves a text without a place as it is', () => {
    expect(withToken('Dear reader', 'uploader-1.abc')).toBe('Dear reader');
  });
});
