/** What the words above or before an answer ask for. */
export type Asked = 'items' | 'works' | 'neither';

/**
 * How telling words are: `narrow` ones go before all others; `weak` ones count only where nothing else is said, since what
 * is "available at the following address" may be anything.
 */
export type Weight = 'narrow' | 'usual' | 'weak';

/** Words of a question or label, with what they ask for. */
export interface HeadingWords {
  readonly asked: Asked;
  /** @default usual */
  readonly weight?: Weight;
  readonly phrases: readonly string[];
}

/** English, as notices under 17 U.S.C. 512, Art 16 DSA and their usual forms put it. */
export const HEADING_WORDS_EN: readonly HeadingWords[] = [
  {
    asked: 'items',
    weight: 'narrow',
    phrases: [
      '(?:infring|violat|cop)(?:es|ing|ies|ying)~4 (?:original|copyright(?:ed)?|protected)~2 (?:works?|material|content)',
      '(?:material|content|files?|urls?|links?)~6 (?:allege|alleged|claim|claimed)~4 infring(?:es|ing)',
    ],
  },
  {
    asked: 'neither',
    phrases: [
      "(?:infringer|uploader|user|poster|seller)(?:'?s|s')? (?:contact|details|name|profile|e-?mail)",
      'contact (?:information|details|me|us)',
      'contact for',
      'open source license',
      'best solution',
      'nature of your',
      '(?:which|what) license',
      'license is being',
      'compliance with the license',
      'technolog(?:y|ical) (?:\\w+ )?measures?',
      'previously submitted',
      'revised(?: \\w+)? notice',
      'penalty of perjury',
      'good[- ]faith',
      'have read and understand',
      'fair use',
      'full legal name',
      'telephone number',
      '(?:evidence|proof) of (?:ownership|authori[sz]ation)',
      'registration',
      'authori[sz]ed to act',
    ],
  },
  {
    asked: 'works',
    phrases: [
      'description of the (?:original|copyrighted|work)~4',
      'original (?:copyright(?:ed)? )?(?:works?|content|material|source|sources|url|urls|link|links|repository|location|version|file|files|product|publication)',
      'originals?',
      '(?:original|copyright(?:ed)?|protected|infringed|owned|our|my) works?',
      'copyright(?:ed)? (?:content|material) (?:claimed|that (?:has|have|was|were|is|are) (?:been )?infringed|owner)',
      'works? (?:that (?:has|have|was|were|is|are)~3 |allegedly )?infringed(?: upon)?',
      '(?:works?|content|material|text|software|recordings?|photos?|images?)~6 infringed(?! by)',
      "(?:our|my|client'?s)~2 (?:site|website|web ?page|page|store|shop|product|app|url|link|repository|channel)",
      'official (?:site|website|web ?page|page|store|url|link|links|source|product|repository|channel)',
      '(?:authori[sz]ed|legitimate|genuine|lawful) (?:url|urls|link|links|copy|copies|source|sources|example|examples|site|website|location)',
      '(?:evidence|proof|evincing|evidencing)~9 (?:own|owned|owner|ownership|rights?|original)',
      '(?:owned by|belongs? to|belonging to)~3',
      'source (?:of|url|link)(?: the)?(?: original)?',
      "rights?[- ]?holder'?s? (?:url|website|site|page)",
      'where (?:the|our|my) (?:original|work)~4 (?:posted|published|available|found)',
    ],
  },
  {
    asked: 'items',
    phrases: [
      '(?:should|to|must|shall|needs? to) be (?:taken down|removed|disabled|blocked|deleted|restricted)',
      'were taken down',
      'infringing~4',
      '(?:infringement|violation)s?(?: content)? (?:url|urls|link|links|location|locations|page|pages|details|address)',
      '(?:links?|urls?|locations?|address(?:es)?)~3 (?:of|to|for) (?:the )?(?:alleged|infring|violat|illegal|offend|unauthori[sz]ed|pirated|content|material)\\w*',
      '(?:link|links|url|urls) to infringement',
      '(?:alleged|allegedly|unauthori[sz]ed|unlawful|unlicensed|illegal|offending|pirated|stolen|leaked|reported|disputed|violating|unlawfully|counterfeit|copied)~3 (?:content|contents|material|materials|url|urls|link|links|copy|copies|file|files|page|pages|repository|repositories|work|works|post|posts|upload|uploads|listing|listings|item|items|website|site|location|locations|code|product|products)',
      '(?:content|material|url|urls|link|links|item|items|file|files|page|pages|repository|repositories) (?:to (?:be )?(?:remove|removed|take down|taken down|disable|disabled|delete|deleted|block|blocked)|complained of|reported|at issue|in question|concerned)',
      'complained[- ]of~3',
      'reported (?:url|urls|content|item|items|link|links)',
      '(?:entire|full|whole) repository',
      'repository url',
      '(?:specific )?file urls?',
      'searched for~3 forks',
      'forks?(?: (?:urls?|links?|of))?',
      '(?:exact|electronic|specific)~2 locations?',
    ],
  },
  {
    asked: 'items',
    weight: 'weak',
    phrases: [
      '(?:remove|disable|delete|take ?down|block)~6 (?:following|below|these|content|material|links?|urls?|pages?|files?|listings?|repositor(?:y|ies))',
      '(?:found|located|available|hosted|accessible|posted)~3 (?:at|here|on|under|via) (?:the )?(?:following|these|below)~3',
    ],
  },
];
