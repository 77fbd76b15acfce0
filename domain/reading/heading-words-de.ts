import type { HeadingWords } from './heading-words.ts';

/** German, as warnings, notices under Art 16 DSA, demands for erasure and orders put it. */
export const HEADING_WORDS_DE: readonly HeadingWords[] = [
  {
    asked: 'neither',
    phrases: [
      'kontakt(?:daten|angaben)?',
      'anschrift(?: des)?',
      'lizenz(?:en|bedingungen)?',
      'an eides statt',
      'guten glauben|gutem glauben|gutgläubig',
      '(?:nutzer|uploader|verletzer)(?:in)?(?:name|konto|profil)?(?: \\(url\\))? ?:',
      'vollmacht',
    ],
  },
  {
    asked: 'works',
    phrases: [
      'original(?:e|es|er|en|werk|werke|werks|quelle|inhalt|aufnahme|seite|veröffentlichung|titel|datei)?(?: werk| inhalt| aufnahme| quelle| seite)?',
      '(?:unser|unsere|unserem|unseren|mein|meine|meinem|eigenes|eigene|eigenen)~2 (?:werk|werke|werks|seite|website|webseite|internetseite|homepage|shop|angebot|kanal|aufnahme|veröffentlichung|lied|song|titel|produkt)',
      '(?:geschütztes?|geschützten|geschützte|verletztes?|verletzten|verletzte|betroffenes?) werke?s?',
      'urheberrechtlich geschützte?[nrs]?~2',
      '(?:rechtmäßige|offizielle|autorisierte|legale)[nrs]?~1 (?:quelle|quellen|seite|webseite|website|angebot|fundstelle|link)',
      'werke?|werktitel',
    ],
  },
  {
    asked: 'items',
    phrases: [
      '(?:beanstandet|rechtsverletzend|rechtswidrig|verletzend|illegal|strafbar|gemeldet|unzulässig|unerlaubt|streitgegenständlich|betroffen|fraglich|beleidigend|verleumderisch)(?:e|er|es|en|em)~3 (?:url|urls|link|links|inhalt|inhalte|inhalten|inhalts|beitrag|beiträge|kommentar|kommentare|datei|dateien|titel|angebot|angebote|aufnahme|aufnahmen|seite|seiten|fundstelle|fundstellen|material|vervielfältigung|kopie|kopien|upload|uploads|aufruf|äußerung|äußerungen)',
      '(?:fundstelle|fundstellen|speicherort|speicherorte|tatort|internetadresse|internetadressen)',
      'zu (?:entfernen|entfernende|entfernender|löschen|löschende|löschender|sperren|sperrende|sperrender)[nrs]?~3',
      '(?:bitte )?(?:löschen|entfernen|sperren|löschung|entfernung|sperrung)~6 (?:folgende[nrs]?|nachfolgende[nrs]?|diese[nrs]?|inhalt|inhalte|url|urls|links?|beitrag|beiträge)',
      '(?:folgende[nrs]?|nachfolgende[nrs]?|nachstehende[nrs]?)~3 (?:inhalt|inhalte|inhalten|url|urls|link|links|beitrag|beiträge|kommentar|kommentare|titel|adresse|adressen|stelle)~6 (?:verletz\\w*|rechtswidrig|gelöscht|entfernt|gesperrt|löschen|entfernen|sperren|zu entfernen|zu löschen|zu sperren|abrufbar)?',
      'verletzung(?:en)?(?: \\(url\\))?',
      'zu entfernende[nrs]?~2',
    ],
  },
  {
    asked: 'items',
    weight: 'weak',
    phrases: ['(?:abrufbar|zugänglich|veröffentlicht|zu finden|gespeichert)~2 (?:unter|auf|bei)~3'],
  },
];
