import type { Certainty, ClockDirection, ClockKind, InForce } from '#domain/clock';
import type { DescribedBasis } from '#domain/described-basis';
import type { ClockRule, LegalBasis, NotificationRule } from '#domain/legal-basis';
import type { PlatformFact } from '#domain/platform-fact';

type WordsFor<Code extends string> = Readonly<Record<Code, string>>;

/** How sure a source is, as the page marks it. */
export const CERTAINTIES: WordsFor<Certainty> = {
  'source-checked': 'source checked',
  known: 'known, not checked again',
  uncertain: '**uncertain: counsel checks it**',
};

/** What sets a clock; only the law and an order set deadlines. */
export const KINDS: WordsFor<ClockKind> = {
  statutory: 'statutory',
  ordered: 'as ordered',
  requested: 'requested, not law',
  target: 'our own target, not law',
};

/** Whose clock it is. */
export const DIRECTIONS: WordsFor<ClockDirection> = {
  'our-deadline': 'ours to meet',
  earliest: 'not before',
  'hold-until': 'hold until',
  'their-window': 'their window',
};

/** Whether a rule is in force. */
export const IN_FORCE: WordsFor<InForce> = {
  yes: 'yes',
  no: 'no',
  unverified: '**not verified**',
};

/** What starts a clock, and whether a case starts it or it is only computed (`writ clock`). */
export const STARTS: Readonly<Record<ClockRule['startsAt'], { readonly text: string; readonly byCase: boolean }>> = {
  receipt: { text: 'receipt', byCase: true },
  informed: { text: 'that person informed', byCase: true },
  removal: { text: 'removal', byCase: true },
  'authority-decision': { text: "authority's decision", byCase: true },
  review: { text: 'review', byCase: true },
  effect: { text: 'effect', byCase: false },
  'counter-notice': { text: 'valid counter-notice', byCase: false },
  step: { text: "the step's trigger", byCase: true },
  request: { text: 'request lodged', byCase: true },
  extension: { text: 'receipt, once extended', byCase: false },
  copy: { text: 'authority received its copy', byCase: false },
};

/** When a message is owed. */
export const MOMENTS: WordsFor<NotificationRule['moment']> = {
  receipt: 'at receipt',
  'first-effect': 'with the first effect',
  decided: 'once decided',
  proven: 'once proven on both sides',
  'hour-at-risk': 'while the effect is unproven and time runs out',
  restored: 'once restored',
  challenged: 'once review rejects what was done first',
  withdrawn: 'once withdrawn',
  information: 'when something is missing',
  rerouted: 'when it belongs elsewhere',
  hearing: 'before anybody decides or restricts',
  'hearing-sent': 'once those heard were sent it',
  'counter-notice': 'once a counter-notice was received',
  extension: 'once counsel extends the period',
  scrutiny: 'once counsel asks for scrutiny',
};

/** Under which outcome a message is owed. */
export const OUTCOMES: WordsFor<NotificationRule['when']> = {
  restricted: 'if restricted',
  'not-restricted': 'if not restricted',
  disclosed: 'if data is disclosed',
  refused: 'if data is refused',
  always: 'always',
};

/** Whom a basis binds. */
export const PLATFORM_FACTS: WordsFor<PlatformFact> = {
  'hosting-service': 'hosting service',
  'online-platform': 'online platform, not micro or small',
  'very-large-platform': 'very large online platform',
  'content-sharing-provider': 'online content-sharing service provider',
  'offered-in-union': 'offered in the Union',
  'established-in-union': 'established in the Union',
  'designated-agent': 'with an agent designated at the US Copyright Office',
  'covered-platform': 'covered platform (public, user-generated, audio files included)',
  'united-states-provider': 'provider of the United States',
  'user-to-user-service': 'user-to-user service',
  'operator-of-website': 'operator of a website',
  controller: 'controller of personal data',
  'social-media-service': 'social media service',
  intermediary: 'intermediary in India',
};

/** Acting before review. */
export const ACT_FIRST: WordsFor<LegalBasis['actFirst']> = {
  no: 'no: a person decides first',
  'once-authenticated': 'yes, once authenticated and complete; a person reviews afterwards',
  'when-valid-on-its-face': 'yes, when valid on its face; reversible, and a person reviews afterwards',
};

/** Whether the uploader is told who complained. */
export const DISCLOSURE: Readonly<Record<string, string>> = {
  true: 'yes, where the sender gave a name',
  false: 'no',
  'with-consent': 'with the e-mail address, where the sender consents',
};

/** What follows from how a hearing ended. */
export const CONSEQUENCES = {
  restrict: 'a rule restricts, reversibly, and a person reviews afterwards',
  keep: 'a rule leaves the content where it is and tells so, and a person reviews afterwards',
  decide: 'a person decides',
  'decide-without': 'a person decides without an answer, and is paged',
} as const;

/** When nobody has to be heard before. */
export const EXEMPTIONS = { 'illegal-content': 'illegal content', crisis: 'a crisis' } as const;

/** What happens as our deadline nears without a person. */
export const UNATTENDED: WordsFor<LegalBasis['unattended']> = {
  'never-waits': 'never waits for a person before acting',
  'target-only': 'rises in the queue and pages; only a target of our own is missed',
  'disable-at-75-percent': 'a rule disables, reversibly, at 75 % of the time, and a person reviews afterwards',
  'page-only': 'rises in the queue and pages; never acts by itself',
};

/** Ways of redress beside complaint, settlement body and court. */
export const OTHER_REDRESS: WordsFor<LegalBasis['otherRedress'][number]['way']> = {
  'counter-notice': 'counter-notification',
  'supervisory-authority': 'data protection supervisory authority',
  'appellate-committee': 'Grievance Appellate Committee, 30 days',
};

/** What a basis asks for on which no demand is taken, and why none is. */
export const PROCEDURES: WordsFor<DescribedBasis['procedure']> = {
  'own-report': 'a report of our own, which no sender asks for: a trained person sends it',
  scrutiny: 'the scrutiny of an order by an authority follows on the case of that order',
};

/** What silence in a hearing leads to. */
export const SILENCE: WordsFor<NonNullable<DescribedBasis['hearing']>['onSilence']> = {
  restrict: 'silence: the content is removed',
  keep: 'silence: the content stays',
  'decide-without': 'silence: the decision is made without an answer',
};
