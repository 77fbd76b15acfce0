import { describe, expect, it } from 'vitest';
import { detectDanger } from '#domain/danger';

describe('detectDanger', () => {
  it.each([
    ['Er will sich heute Nacht umbringen', ['self-harm']],
    ['In dem Lied sagt sie, sie will nicht mehr leben.', ['self-harm']],
    ['Mein Sohn hat angekündigt, sich das Leben zu nehmen', ['self-harm']],
    ['She wrote that she is going to kill herself tonight', ['self-harm']],
    ['he says he wants to die', ['self-harm']],
    ['I’m afraid he will commit suicide', ['self-harm']],
    ['The uploader threatens to kill my sister', ['threat-to-life']],
    ['He will kill you if you go home', ['threat-to-life']],
    ['Er droht, alle Lehrer zu erschießen', ['threat-to-life']],
    ['Das ist eine Morddrohung gegen die Bürgermeisterin', ['threat-to-life']],
    ['Ich werde dich töten', ['threat-to-life']],
    ['Das Bild zeigt sexuellen Missbrauch eines Kindes', ['child-safety']],
    ['This is child sexual abuse material', ['child-safety']],
    ['Kinderpornographie im Cover', ['child-safety']],
    ['The comment announces a bomb at the station tomorrow', ['terrorism-imminent']],
    ['Der Anschlag auf den Markt soll heute stattfinden', ['terrorism-imminent']],
    ['Heute Abend geht die Bombe hoch', ['terrorism-imminent']],
    ['er will SICH\u00a0heute   Nacht, so sagt er, umbringen', ['self-harm']],
    ['um\u00adbringen will er sich, er will sich um\u200bbringen', ['self-harm']],
  ])('finds in "%s" the signals %o', (text, signals) => {
    expect(detectDanger([text])).toEqual(signals);
  });

  it.each([
    ['Der Refrain von 00:43 bis 01:12 ist von meinem Lied übernommen.'],
    ['The artwork copies our cover; we hold the rights in Germany.'],
    ['§ 130 StGB: Volksverhetzung im Refrain'],
    ['The band is called Suicidelike Sound'],
    ['Der Song heißt "Terror im Kinderzimmer"'],
    ['skill himselfish overkill'],
    [''],
  ])('finds nothing in "%s"', (text) => {
    expect(detectDanger([text])).toEqual([]);
  });

  it('gives several signals of several texts in a fixed order, each once', () => {
    expect(detectDanger(['child porn', 'death threat', 'another death threat'])).toEqual([
      'threat-to-life',
      'child-safety',
    ]);
    expect(detectDanger([])).toEqual([]);
  });

  it('reads to the end of a long text, across the seams of its pieces, in little time', () => {
    for (const before of [19_480, 19_500, 19_990, 20_000, 61_000]) {
      expect(detectDanger([`${'x '.repeat(before / 2)}er will sich umbringen`])).toEqual(['self-harm']);
    }
    const started = performance.now();
    expect(detectDanger(['sich '.repeat(40_000)])).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
