import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../console/answer/read-message.ts';
import { NO_RESPONSE, toResponse } from '../../../console/answer/to-response.ts';
import { caseLink } from '../../../console/case-link.ts';
import { ResponseRequest } from '../../../domain/hearing.ts';
import { EN_HEARING } from '../../../domain/messages/sentences/en-hearing.ts';
import { caseToken } from '../../../functions/runtime/case-token.ts';

describe('a message to somebody who is heard', () => {
  const key = { caseId: 'case-1', token: caseToken(new Uint8Array(32), 'case-1', 'uploader-1') };
  const quoted = `The complaint says:\n> Access token: uploader-9.${'x'.repeat(43)}`;
  const how = EN_HEARING['hearing.how'].replace('{answerUrl}', 'https://platform.example/v1/cases/case-1/response');
  const token = EN_HEARING['hearing.token'].replace('{accessToken}', key.token);

  it('opens the case, whole or in part, and whatever it quotes', () => {
    expect(readMessage(`${quoted}\n${how}\n${token}\n`)).toEqual(key);
    expect(readMessage(`${how}\r\n\r\n${token}`)).toEqual(key);
    expect(readMessage(caseLink('https://platform.example', key))).toEqual(key);
  });

  it.each([
    ['nothing', ''],
    ['the address alone', how],
    ['the token alone', token],
    ['a token cut short', `${how} ${token.slice(0, -1)}`],
  ])('opens nothing with %s', (_, text) => expect(readMessage(text)).toBeNull());
});

describe('the answer of somebody who is heard', () => {
  it('takes a position, and holds only what was filled in', () => {
    expect(toResponse(NO_RESPONSE)).toBeNull();
    const body = toResponse({ ...NO_RESPONSE, position: 'objection', name: ' Erika ', postalAddress: ' ' });
    expect(body).toEqual({ position: 'objection', passOnDetails: false, name: 'Erika' });
    expect(ResponseRequest.safeParse(body).success).toBe(true);
  });
});
