/** What a message is: a complaint, an answer to one, its taking back, an order of an authority, or something else. */
export type Said =
  | 'withdraws'
  | 'names-withdrawal'
  | 'puts-back'
  | 'counters'
  | 'names-counter'
  | 'complains'
  | 'complains-in-law'
  | 'demands'
  | 'orders'
  | 'names-order'
  | 'of-authority';

/** English phrases by what they say; see `phrases` for how they are written. */
export const KIND_WORDS_EN: Readonly<Record<Said, readonly string[]>> = {
  withdraws: [
    "(?:i|we|hereby|to|please|and|officially|formally|must|wish|i'd|we'd|will|now|therefore|also|fully|voluntarily|immediately) (?:\\w+ )?(?:retract|withdraw|rescind|redact|revoke|cancel)(?:ing)?(?!~4 (?:consent|permission|licen[cs]e|access|rights?))~6 (?:notices?|notifications?|claims?|take-?downs?|take ?downs?|dmca|complaints?|reports?|demands?|counter-?notices?|counter-?notifications?|infringement|strikes?|submission|petition|(?:my|our|the|this|that|all|these|any|previous|earlier|removal)~2 requests?)",
    '(?:am|are|is|be) (?:\\w+ )?(?:retracting|withdrawing|rescinding|redacting|revoking|cancell?ing)~9 (?:notices?|notifications?|claims?|take-?downs?|take ?downs?|dmca|requests?|complaints?|reports?|demands?)',
    '(?:notice|notification|claim|take-?down|request|complaint|report|dmca)~3 (?:is|are|be|has been|have been|was|were) (?:\\w+ )?(?:retracted|withdrawn|rescinded|revoked|cancell?ed) by (?:us|me|our)',
    'retraction (?:of|request|notice|for|and reinstatement)',
    '(?:request|requesting|ask(?:ing)?) (?:a |the |for a )?(?:retraction|withdrawal|cancell?ation)(?: of| and|)',
    'official retraction',
    '(?:notice|letter|request) of (?:retraction|withdrawal)',
    '(?:withdrawal|rescission|cancell?ation) of~5 (?:notices?|notifications?|claims?|take-?downs?|dmca|requests?|complaints?)',
    '(?:disregard|ignore)~4 (?:notices?|notifications?|claims?|take-?downs?|dmca|requests?|complaints?|reports?)',
    '(?:no longer|not) (?:wish|want|intend|need)~2 (?:pursue|proceed|remove|removed|taken down|enforce)',
    'drop (?:the|my|our|this)~3 (?:notice|claim|complaint|take-?down|dmca|case)',
    '(?:notices?|notifications?|claims?|take-?downs?|dmca|requests?|complaints?|reports?) (?:was|were|has been|is)~2 (?:sent|submitted|filed|made|issued)~3 (?:in error|by mistake|by accident|accidentally|mistakenly|erroneously)',
    '(?:accidentally|mistakenly|erroneously|wrongly|inadvertently|incorrectly)~2 (?:reported|filed|flagged|claimed|targeted|taken down|took down)',
    'made (?:a|an) (?:mistake|error) in~6 (?:taking|took|reporting|notice|claim|list|listing|request)',
  ],
  'names-withdrawal': [
    'retract(?:s|ed|ing|ions?)?',
    '(?:withdraw(?:s|n|ing|als?)?|rescind(?:s|ed|ing)?)(?!~4 (?:consent|permission|licen[cs]e|access|rights?))',
  ],
  'puts-back': [
    '(?:please|kindly|to|would like to|could you|can you) (?:\\w+ )?(?:re-?enable|reinstate|re-instate|restore|unblock|put back|re-?activate)',
    '(?:like|want|wish|request)~6 (?:be )?(?:re-?enabled|reinstated|re-instated|restored|unblocked|put back)',
    '(?:to be|be) (?:re-?enabled|reinstated|re-instated|restored|unblocked)',
  ],
  counters: [
    'consent to~3 jurisdiction',
    'submit to~3 jurisdiction',
    'accept service of process',
    'removed or disabled~4 (?:mistake|misidentification)',
    '(?:mistake|error) or (?:a )?misidentification',
    'what files were taken down',
    'owner of the content that has been disabled',
    'nature of your content ownership',
    '(?:material|content|repository|files?|video|track|account|page|post|upload)~4 (?:was|were|has been|have been|got)~2 (?:removed|disabled|taken down|blocked|deleted)~5 (?:mistake|misidentif\\w*|error|wrongly|wrongfully|mistakenly|erroneously|improperly|falsely)',
    '(?:was|were|has been|have been) (?:wrongly|wrongfully|mistakenly|erroneously|improperly|falsely|unjustly) (?:removed|disabled|taken down|blocked|deleted)',
    'do you want to make changes to your repository or do you want to dispute',
    '(?:dispute|contest|object to|challenge|oppose|refute)~5 (?:take-?down|notice|claim|removal|complaint|dmca)',
    '512 ?\\(g\\)',
  ],
  'names-counter': ['counter[- ]?(?:dmca )?(?:notice|notification|claim)s?', 'put[- ]?back (?:notice|request)'],
  complains: [
    'what files should be taken down',
    '(?:infring|plagiari)\\w*',
    '(?:violat|breach)\\w*~6 (?:copyrights?|rights?|trade ?marks?|terms|agreement|license|licence|polic(?:y|ies)|privacy|law|laws)',
    '(?:copyrights?|rights?|trade ?marks?|license|privacy)~4 (?:violat|breach)\\w*',
    '(?:take ?down|take-down|remove|removal|delete|deletion|disable|disabling|block|erase|erasure)~8 (?:content|material|urls?|links?|pages?|files?|repositor(?:y|ies)|posts?|videos?|tracks?|listings?|site|website|copies|copy|data|comments?|it|them|fork|forks|code|account)',
    '(?:take ?down|takedown|removal) (?:notice|request)',
    '(?:without|no|not)~3 (?:permission|authori[sz]ation|consent|authori[sz]ed|license|licence)',
    '(?:stolen|leaked|pirated|copied|unauthori[sz]ed|illegal|unlawful|defamatory|libell?ous|counterfeit|hateful|confidential|proprietary)',
    '(?:owner|holder) of~4 (?:copyrights?|rights?|exclusive|trade ?mark)',
    '(?:copyright|trade ?mark|rights) (?:holder|owner)',
    'dmca',
    'intellectual property',
    'copyright(?:s|ed)?',
    'illegal content',
    'right to (?:be forgotten|erasure)',
  ],
  'complains-in-law': [
    'exclusive right that is allegedly infringed',
    '(?:is|are) not authori[sz]ed by~8 law',
    '512 ?\\(c\\)',
    'copyright holder or authori[sz]ed to act',
    'copyright owner or authori[sz]ed to act',
    '(?:article|art\\.?) 16~5 (?:dsa|digital services act|2022/2065)',
    'take it down act',
    '(?:article|art\\.?) 17~5 (?:gdpr|general data protection|2016/679)',
    'fair use in(?:to)?~2 consideration',
    'guide to (?:filing|submitting) a dmca (?:take-?down )?notice',
  ],
  demands: [
    '(?:take ?down|takedown|take~4 down|taken down|remove|removed|removal|delete|deleted|deletion|disable|disabled|disabling|block|blocked|erase|erasure|cease|expeditiously|act on)',
  ],
  orders: [
    '(?:hereby )?(?:it is|is|are|be it) (?:hereby )?(?:ordered|enjoined|decreed|directed)(?: and decreed)?(?: that| to|,)',
    '(?:court|authority|commissioner|judge|agency|office) (?:hereby )?(?:orders|directs|requires|enjoins|requests and requires)',
    'hereby (?:orders?|directs?|enjoins?|issues?|requires?|instructs?)~6 (?:you|provider|platform|respondent|defendant|removal order|order|disable|remove|block)',
    'removal order (?:pursuant|under|in accordance|no|ref|annex)~1',
    '(?:annex i|section a)~6 removal order',
    'removal order~8 2021/784',
    "(?:you are|you're) (?:hereby )?(?:ordered|directed|instructed) to (?:remove|disable|block|act|delete|preserve|produce)",
    'order to act against~6 illegal content',
    'order to provide information',
    'order (?:pursuant to|under|in accordance with) (?:article|art\\.?) (?:9|10)',
    'european (?:production|preservation) order',
    'temporary restraining order~4 (?:is|granted|issued|entered)',
    'removal notice~6 (?:section|s\\.) ?\\d+~4 online safety act',
    'so ordered',
  ],
  'names-order': [
    '(?:court|removal|blocking|restraining|judicial|interim) order',
    'injunction',
    '(?:enclosed|attached|appended|forward\\w*|serve|serving|served|find)~5 (?:order|injunction|judgment|ruling)',
    'order of~4 (?:court|tribunal)',
  ],
  'of-authority': [
    '(?:issuing|competent|judicial|ordering) authority',
    "(?:district|high|supreme|county|superior|regional|federal|magistrates'?|commercial|civil|circuit) court(?: of)?",
    'e-?safety commissioner',
    'ministry of',
    '(?:case|docket|file|claim|order) (?:no|number|ref|reference)\\.?',
    'police',
    'public prosecutor\\w*',
    'regulatory authority',
    'coordinator',
  ],
};
