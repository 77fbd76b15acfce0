import type { Bilingual } from './clock.ts';
import type { PauseReason, RestartReason } from './clock-conditions.ts';
import type { Source } from './source.ts';

/** A span of time by its two instants, RFC 3339 UTC. */
interface Span {
  readonly from: string;
  readonly until: string;
}

/** The end of a period, as it was and as it is. */
interface Ends {
  readonly before: string;
  readonly after: string;
}

const RESTARTS: Readonly<Record<RestartReason, Bilingual>> = {
  clarification: {
    en: 'The clarification that makes it possible to act was received',
    de: 'Die Klarstellung, die das Handeln ermöglicht, ging ein',
  },
  'impossibility-ended': {
    en: 'The grounds that made it impossible to act ceased',
    de: 'Die Gründe, die das Handeln unmöglich machten, fielen weg',
  },
};

const PAUSES: Readonly<Record<PauseReason, Bilingual>> = {
  stay: { en: 'a court had stayed the order', de: 'ein Gericht die Anordnung ausgesetzt hatte' },
  'identity-request': {
    en: 'the identity of the one who asks was in doubt and asked for',
    de: 'die Identität der anfragenden Person zweifelhaft und erfragt war',
  },
};

/** That a period begins anew, and why. */
export function restartedWords(because: RestartReason, at: string): Bilingual {
  const { en, de } = RESTARTS[because];
  return { en: `${en} on ${at}: the period begins anew then.`, de: `${de} am ${at}: Die Frist beginnt damit neu.` };
}

/** That a period was extended: to the longer one of the law, or until an instant. */
export function extendedWords(by: 'us' | 'authority', at: string, until: string | null): Bilingual {
  const who = by === 'us' ? { en: 'we', de: 'wir' } : { en: 'the authority', de: 'die Behörde' };
  const verb = by === 'us' ? 'haben' : 'hat';
  if (until === null) {
    return {
      en: `On ${at} ${who.en} extended the period: it is counted by the longer rule from its start.`,
      de: `Am ${at} ${verb} ${who.de} die Frist verlängert: Sie wird von ihrem Beginn an nach der längeren Regel berechnet.`,
    };
  }
  return {
    en: `On ${at} ${who.en} extended the period until ${until}.`,
    de: `Am ${at} ${verb} ${who.de} die Frist bis ${until} verlängert.`,
  };
}

const ONGOING: Readonly<Record<PauseReason, Bilingual>> = {
  stay: { en: 'a court has stayed the order', de: 'ein Gericht die Anordnung ausgesetzt hat' },
  'identity-request': {
    en: 'the identity of the one who asks is in doubt and was asked for',
    de: 'die Identität der anfragenden Person zweifelhaft ist und erfragt wurde',
  },
};

/** That a period does not run since an instant, and that the end of that is not known. */
export function pausedSinceWords(because: PauseReason, since: string): Bilingual {
  return {
    en: `Since ${since} the period does not run, because ${ONGOING[because].en}.`,
    de: `Seit ${since} läuft die Frist nicht, weil ${ONGOING[because].de}.`,
  };
}

/** That a period did not run for a time, by which its end moves. */
export function pausedWords(because: PauseReason, { from, until }: Span, { before, after }: Ends): Bilingual {
  return {
    en: `From ${from} to ${until} the period did not run, because ${PAUSES[because].en}: ${before} plus that time is ${after}.`,
    de: `Von ${from} bis ${until} lief die Frist nicht, weil ${PAUSES[because].de}: ${before} plus diese Zeit ergibt ${after}.`,
  };
}

/** The same for a period of days: its last day moves by the whole days of the pause. */
export function pausedDaysWords(
  because: PauseReason,
  { from, until }: Span,
  { days, before, after }: Ends & { readonly days: number },
): Bilingual {
  return {
    en: `From ${from} to ${until} the period did not run, because ${PAUSES[because].en}: its last day moves by ${days} whole days from ${before} to ${after}.`,
    de: `Von ${from} bis ${until} lief die Frist nicht, weil ${PAUSES[because].de}: Ihr letzter Tag rückt um ${days} ganze Tage von ${before} auf ${after}.`,
  };
}

/** That the order sets another end now. */
export function amendedWords(at: string, complyBy: string): Bilingual {
  return {
    en: `On ${at} the order was amended: it now sets the end of the period at ${complyBy}.`,
    de: `Am ${at} wurde die Anordnung geändert: Sie setzt das Ende der Frist nun auf ${complyBy}.`,
  };
}

/** On which ground a change rests, and what shows it. */
export function groundWords({ cite }: Source, evidence: string): Bilingual {
  return {
    en: `This rests on ${cite} and is shown by: ${evidence}.`,
    de: `Das beruht auf ${cite} und ist belegt durch: ${evidence}.`,
  };
}
