import { describe, expect, it } from 'vitest';
import { faultInWords } from '../../cli/bundle-faults.ts';

const AGAINST = '; the bundle was sealed at 2026-10-05T08:00Z, before that checkpoint was made at 2026-10-06T08:00Z';

describe('faultInWords', () => {
  it.each([
    ['events are missing: 9 were signed for, 7 are here', 'Ereignisse fehlen: 9 sind signiert, 7 sind hier'],
    [
      `events are missing: 9 were signed for, 7 are here${AGAINST}`,
      'Ereignisse fehlen: 9 sind signiert, 7 sind hier; das Paket wurde um 2026-10-05T08:00Z versiegelt, vor dem Prüfpunkt von 2026-10-06T08:00Z',
    ],
    [
      'the seal is not trusted: signed with the key "key-1", which is not among the trusted keys',
      'dem Siegel ist nicht zu trauen: signiert mit dem Schlüssel „key-1“, der nicht zu den vertrauten gehört',
    ],
    ['the event was added after the bundle was sealed', 'das Ereignis wurde nach der Versiegelung hinzugefügt'],
    [
      'documents/a.json was added after the bundle was sealed',
      'documents/a.json wurde nach der Versiegelung hinzugefügt',
    ],
    ['the payload p-1 was changed', 'der Inhalt p-1 wurde verändert'],
    ['README.txt is missing', 'README.txt fehlt'],
  ])('says in German: %s', (english, german) => {
    expect(faultInWords(english, 'de')).toBe(german);
    expect(faultInWords(english, 'en')).toBe(english);
  });

  it('says what it has no German for as the verifier does', () => {
    expect(faultInWords('something new', 'de')).toBe('something new');
  });
});
