import type { FlagHelp } from './command.ts';

/** The flags of `writ case decide` as its help shows them. */
export const DECISION_FLAG_HELP: readonly FlagHelp[] = [
  {
    flag: '--outcome <outcome>',
    en: 'restrict, reject, duplicate, already-unavailable; on information disclosed, refused; on a complaint upheld',
    de: 'restrict, reject, duplicate, already-unavailable; bei Auskunft disclosed, refused; bei Beschwerde upheld',
  },
  {
    flag: '--items item-1,item-2',
    en: 'those to restrict; without it, all that were found',
    de: 'die zu beschränkenden; ohne ihn alle aufgefundenen',
  },
  {
    flag: '--others none',
    en: 'leaves the items that --items does not name as they are',
    de: 'lässt die Inhalte, die --items nicht nennt, wie sie sind',
  },
  { flag: '--others-reason <text>', en: 'why, for the one who asked', de: 'weshalb, für den Absender' },
  {
    flag: '--action <action>',
    en: 'disable (default), remove, age-restrict, demote, mute or label',
    de: 'disable (sonst), remove, age-restrict, demote, mute oder label',
  },
  {
    flag: '--components audio,title',
    en: 'these parts in place of those asked for; all: the whole item',
    de: 'diese Bestandteile statt der begehrten; all: der ganze Inhalt',
  },
  {
    flag: '--territories DE,AT',
    en: 'there in place of where it is asked for; EU, EEA, WORLD',
    de: 'dort statt wie begehrt; EU, EEA, WORLD',
  },
  {
    flag: '--until <RFC 3339>',
    en: 'when the restriction ends by itself',
    de: 'wann die Beschränkung von selbst endet',
  },
  {
    flag: '--provision <text>',
    en: 'the rule it rests on; needs --explanation',
    de: 'die Vorschrift, auf der sie beruht; braucht --explanation',
  },
  {
    flag: '--explanation <text>',
    en: 'why the rule applies; a rejection may do without a rule',
    de: 'warum die Vorschrift greift; eine Ablehnung kommt ohne aus',
  },
  { flag: '--ground illegal|terms', en: 'law (default), or our own terms', de: 'Gesetz (sonst) oder eigene Regeln' },
  {
    flag: '--category scams-and-fraud',
    en: 'what the content is about, for the Transparency Database; a wrong one is answered with all',
    de: 'worum es geht, für die Transparenzdatenbank; auf eine falsche folgen alle',
  },
  { flag: '--facts <text>', en: 'what was found', de: 'was festgestellt wurde' },
  {
    flag: '--protected-speech',
    en: 'the content is journalistic or political: a second person looks at it',
    de: 'die Inhalte sind journalistisch oder politisch: eine zweite Person sieht sie an',
  },
  {
    flag: '--crisis',
    en: 'a crisis: those whom the law wants heard before are not waited for',
    de: 'eine Krise: auf die vorgeschriebene Anhörung wird nicht gewartet',
  },
  {
    flag: '--manifestly-unfounded',
    en: 'the complaint that is rejected is manifestly unfounded',
    de: 'die abgelehnte Beschwerde ist offensichtlich unbegründet',
  },
  { flag: '--duplicate-of <caseId>', en: 'the earlier case of a duplicate', de: 'der frühere Fall eines Duplikats' },
  {
    flag: '--package <reference>',
    en: 'the package that is to be handed over; needs --data, --channel and --sha256',
    de: 'das zu übergebende Datenpaket; braucht --data, --channel und --sha256',
  },
  {
    flag: '--data subscriber,traffic',
    en: 'what it holds: subscriber, identification, traffic, content',
    de: 'was es enthält: subscriber, identification, traffic, content',
  },
  {
    flag: '--channel <channel>',
    en: 'decentralised-it-system, authority-portal, encrypted-transfer or physical-medium',
    de: 'decentralised-it-system, authority-portal, encrypted-transfer oder physical-medium',
  },
  { flag: '--sha256 <hex>', en: 'SHA-256 over its bytes', de: 'SHA-256 über seine Bytes' },
  {
    flag: '--file decision.json',
    en: 'the body of the request in place of flags, for different actions',
    de: 'der Inhalt der Anfrage statt Schalter, für verschiedene Maßnahmen',
  },
  { flag: '--lease <leaseId>', en: 'another lease than the one you hold', de: 'eine andere Übernahme als die eigene' },
  {
    flag: '--dry-run',
    en: 'shows what would be decided and sends nothing',
    de: 'zeigt die Entscheidung, sendet nichts',
  },
];
