import type { Bilingual } from './clock.ts';
import type { CivilUnit, NotWorking, TraceEntry } from './clock-trace.ts';
import { dateInWords, instantInWords, lengthInWords, weekdayInWords } from './dates-in-words.ts';

/** Says each act of a computation in one whole sentence, in English and in German. */
export function explainTrace(trace: readonly TraceEntry[]): Bilingual[] {
  return trace.map(explainEntry);
}

function explainEntry(entry: TraceEntry): Bilingual {
  switch (entry.kind) {
    case 'started':
      return explainStart(entry.at, entry.zone, entry.place);
    case 'hours-added':
      return {
        en: `${entry.from} plus ${hours(entry.hours).en} of elapsed time is ${entry.to}; nights, weekends, holidays and clock changes make no difference.`,
        de: `${entry.from} plus ${hours(entry.hours).de} verstrichene Zeit ergibt ${entry.to}; Nächte, Wochenenden, Feiertage und Zeitumstellungen ändern daran nichts.`,
      };
    case 'civil-added':
      return explainCivil(entry.from, entry.amount, entry.unit, entry.to, entry.shortened);
    case 'time-counted':
      return explainTime(entry);
    case 'ordered':
      return {
        en: `The order itself sets the end of the period at ${entry.at}.`,
        de: `Die Anordnung selbst setzt das Ende der Frist auf ${entry.at}.`,
      };
    case 'ends-with-day': {
      const date = dateInWords(entry.date);
      return {
        en: `The period therefore ends with the end of ${date.en} (24:00 in ${entry.zone}), which is ${entry.at}.`,
        de: `Die Frist endet daher mit dem Ablauf von ${date.de} (24:00 Uhr in ${entry.zone}), das ist ${entry.at}.`,
      };
    }
    case 'ends-at': {
      const end = instantInWords(entry.at, entry.zone);
      return {
        en: `The period therefore ends on ${end.en} in ${entry.zone}, which is ${entry.at}.`,
        de: `Die Frist endet daher am ${end.de} in ${entry.zone}, das ist ${entry.at}.`,
      };
    }
    default:
      return explainDay(entry);
  }
}

type DayEntry = Extract<
  TraceEntry,
  { kind: 'start-day-not-counted' | 'day-counted' | 'day-not-counted' | 'roll-skipped' | 'rolled' | 'not-rolled' }
>;

function explainDay(entry: DayEntry): Bilingual {
  const date = dateInWords(entry.kind === 'rolled' ? entry.to : entry.date);
  switch (entry.kind) {
    case 'start-day-not-counted':
      return {
        en: `The day of the event, ${date.en}, is not counted.`,
        de: `Der Tag des Ereignisses, ${date.de}, wird nicht mitgezählt.`,
      };
    case 'day-counted':
      return {
        en: `${date.en} is business day ${entry.number} of ${entry.of}.`,
        de: `${date.de} ist Geschäftstag ${entry.number} von ${entry.of}.`,
      };
    case 'day-not-counted':
      return {
        en: `${date.en} is not counted, because it is ${reason(entry.because).en}.`,
        de: `${date.de} zählt nicht mit, denn es ist ${reason(entry.because).de}.`,
      };
    case 'roll-skipped':
      return {
        en: `The period cannot end on ${date.en}, because that is ${reason(entry.because).en}.`,
        de: `Die Frist kann nicht am ${date.de} enden, denn das ist ${reason(entry.because).de}.`,
      };
    case 'rolled':
      return {
        en: `The next working day is ${date.en}, and the period ends with it.`,
        de: `Der nächste Arbeitstag ist ${date.de}, und mit ihm endet die Frist.`,
      };
    case 'not-rolled':
      return {
        en: `${date.en} is ${reason(entry.because).en}, but this period does not move to the next working day.`,
        de: `${date.de} ist ${reason(entry.because).de}, doch diese Frist verschiebt sich nicht auf den nächsten Arbeitstag.`,
      };
  }
}

function explainStart(at: string, zone: string, place: string): Bilingual {
  const start = instantInWords(at, zone);
  return {
    en: `The period is started by an event on ${start.en}, local time in ${place} (${zone}), which is ${at}.`,
    de: `Auslöser der Frist ist ein Ereignis am ${start.de}, Ortszeit in ${place} (${zone}), das ist ${at}.`,
  };
}

function explainCivil(from: string, amount: number, unit: CivilUnit, to: string, shortened: boolean): Bilingual {
  const first = dateInWords(from);
  const last = dateInWords(to);
  const length = civilLength(amount, unit);
  if (shortened) {
    return {
      en: `${length.en} after ${first.en} there is no such day in the month, so its last day stands in: ${last.en}.`,
      de: `${length.de} nach ${first.de} fehlt dieser Tag im Monat, also tritt dessen letzter Tag ein: ${last.de}.`,
    };
  }
  return {
    en: `${length.en} after ${first.en} is ${last.en}.`,
    de: `${length.de} nach ${first.de} ist ${last.de}.`,
  };
}

function explainTime(entry: Extract<TraceEntry, { kind: 'time-counted' }>): Bilingual {
  const date = dateInWords(entry.date);
  const counted = lengthInWords(entry.milliseconds);
  const left = lengthInWords(entry.remaining);
  return {
    en: `On ${date.en}, ${counted} count, from ${entry.from} to ${entry.to}; ${left} remain.`,
    de: `Am ${date.de} zählen ${counted}, von ${entry.from} bis ${entry.to}; es bleiben ${left}.`,
  };
}

function reason(because: NotWorking): Bilingual {
  if (because.kind === 'holiday') {
    return { en: `a public holiday (${because.name.en})`, de: `ein Feiertag (${because.name.de})` };
  }
  const weekday = weekdayInWords(because.weekday);
  return { en: `a ${weekday.en}`, de: `ein ${weekday.de}` };
}

function hours(amount: number): Bilingual {
  return amount === 1 ? { en: '1 hour', de: '1 Stunde' } : { en: `${amount} hours`, de: `${amount} Stunden` };
}

const UNIT_WORDS = {
  days: { one: { en: 'day', de: 'Tag' }, many: { en: 'days', de: 'Tage' } },
  weeks: { one: { en: 'week', de: 'Woche' }, many: { en: 'weeks', de: 'Wochen' } },
  months: { one: { en: 'month', de: 'Monat' }, many: { en: 'months', de: 'Monate' } },
  years: { one: { en: 'year', de: 'Jahr' }, many: { en: 'years', de: 'Jahre' } },
} as const satisfies Record<CivilUnit, { one: Bilingual; many: Bilingual }>;

function civilLength(amount: number, unit: CivilUnit): Bilingual {
  const words = amount === 1 ? UNIT_WORDS[unit].one : UNIT_WORDS[unit].many;
  return { en: `${amount} ${words.en}`, de: `${amount} ${words.de}` };
}
