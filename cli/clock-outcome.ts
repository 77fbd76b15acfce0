import type { CaseClock } from '#domain/api/case-views';
import type { Language } from '#domain/party';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How a clock of a case stands and by how much it was met or missed; null where the case does not show it. */
export function outcomeInWords({ outcome, kind }: CaseClock, language: Language): string | null {
  if (outcome === null) return null;
  const { state, at, secondsLeft } = outcome;
  const apart = lengthInWords(Math.abs(secondsLeft), language);
  switch (state) {
    case 'running':
      return { en: `running, ${apart} left`, de: `läuft, noch ${apart}` }[language];
    case 'over':
      return { en: `over for ${apart}`, de: `seit ${apart} vorbei` }[language];
    case 'met':
      return { en: `met at ${at}, ${apart} before the end`, de: `eingehalten am ${at}, ${apart} vor dem Ende` }[
        language
      ];
    case 'missed': {
      const missed = MISSED[kind === 'target' ? 'target' : 'deadline'][language];
      if (at === null)
        return { en: `${missed} for ${apart}, still open`, de: `${missed} seit ${apart}, noch offen` }[language];
      return { en: `${missed} by ${apart}, done at ${at}`, de: `${missed} um ${apart}, erledigt am ${at}` }[language];
    }
  }
}

/** What is only our own target is missed in small letters. */
const MISSED = {
  deadline: { en: 'MISSED', de: 'VERSÄUMT' },
  target: { en: 'missed', de: 'verfehlt' },
} as const;

/** The two largest units of a length of time, at least seconds: `2 d 3 h`, `40 min 5 s`. */
function lengthInWords(seconds: number, language: Language): string {
  const parts = [
    [Math.floor(seconds / DAY), { en: 'd', de: 'Tg.' }],
    [Math.floor((seconds % DAY) / HOUR), { en: 'h', de: 'Std.' }],
    [Math.floor((seconds % HOUR) / MINUTE), { en: 'min', de: 'Min.' }],
    [seconds % MINUTE, { en: 's', de: 'Sek.' }],
  ] as const;
  const first = parts.findIndex(([amount]) => amount > 0);
  if (first === -1) return `0 ${parts[3][1][language]}`;
  const named = parts.slice(first, first + 2).filter(([amount]) => amount > 0);
  return named.map(([amount, unit]) => `${amount} ${unit[language]}`).join(' ');
}
