import { describe, expect, it } from 'vitest';
import { saysNoConsent } from '#domain/consent-words';

describe('saysNoConsent', () => {
  it.each([
    'The cover shows me naked. It was published without my consent.',
    'Published without her knowledge by a former partner.',
    'A non-consensual intimate image.',
    "I didn't consent to this.",
    'She has never consented.',
    'Das Bild zeigt mich nackt und wurde ohne meine Einwilligung veröffentlicht.',
    'Ich habe dem nie zugestimmt.',
    'ohne deren ausdrückliche Zustimmung',
  ])('hears it in "%s"', (text) => {
    expect(saysNoConsent(text)).toBe(true);
  });

  it.each([
    'The cover shows me naked.',
    'I gave my consent to the recording.',
    'Ich habe eingewilligt.',
    'without my guitar',
    '',
    null,
  ])('does not hear it in "%s"', (text) => {
    expect(saysNoConsent(text)).toBe(false);
  });
});
