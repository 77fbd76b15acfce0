import * as z from 'zod';

/** The kinds of danger that a text can point to. */
export const DangerSignal = z.enum(['threat-to-life', 'self-harm', 'child-safety', 'terrorism-imminent']);
export type DangerSignal = z.infer<typeof DangerSignal>;

/**
 * Word patterns that point to danger, in English and German: regular expressions without regard to case, matched
 * between letters that belong to no word. A hit is a signal for a person, never a report.
 */
export const DANGER_PATTERNS: Readonly<Record<DangerSignal, readonly string[]>> = {
  'threat-to-life': [
    'death threats?',
    'bomb threats?',
    '(?:threaten(?:s|ed|ing)?|going|wants?|plans?|planning) to (?:kill|murder|shoot|stab|behead) (?!(?:him|her|my|your|them)sel)\\p{L}+',
    "(?:will|'ll|gonna) (?:kill|murder|shoot|stab|behead) (?:you|him|her|them|us|me|everyone|everybody|people|the)(?!sel)",
    '(?:life|lives) (?:is|are) in danger',
    'school shooting',
    'shoot up (?:the|a|my|our|his|her)',
    'mord(?:drohung|anschlag|aufruf)\\p{L}*',
    'todesdrohung\\p{L}*',
    'bombendrohung\\p{L}*',
    'amok(?:lauf|fahrt|tat)?',
    '(?:werde|will|wird|droht)(?: \\S+){0,6} (?:zu )?(?:töten|toeten|erschießen|erschiessen|erstechen|abstechen|ermorden|umzubringen)',
    '(?:dich|ihn|euch|uns|alle|meine \\S+|seine \\S+|ihre \\S+)(?: \\S+){0,4} (?:umbringen|umzubringen)',
    'bring(?:e|t)? (?:dich|ihn|sie|euch|uns|alle)(?: \\S+){0,4} um',
    'lebensgefahr',
    'gefahr für (?:leib|das leben|leben)(?: \\S+){0,3}',
  ],
  'self-harm': [
    '(?:kill|killing|hurt|hurting|cut|cutting) (?:my|your|him|her|them)sel(?:f|ves)',
    '(?:commit|commits|committing|attempt|attempts|attempted|attempting|threatens?|threatening|planning|plans) suicide',
    'suicid(?:al|e (?:note|attempt|threat|plan|pact|tonight|today))',
    '(?:end|ending|take|taking) (?:my|your|his|her|their) (?:own )?li(?:fe|ves)',
    '(?:want|wants|wish|wishes) to die',
    'self[- ]harm(?:ing)?',
    '(?:sich|mich|dich)(?: \\S+){0,6} (?:umbringen|umzubringen|umbringt|umbringe)',
    '(?:bringe?|bringt) (?:sich|mich|dich)(?: \\S+){0,6} um',
    '(?:sich|mir|dir)(?: \\S+){0,4} das leben (?:nehmen|zu nehmen|nimmt|nehme)',
    '(?:nehme|nimmt) (?:sich|mir)(?: \\S+){0,4} das leben',
    '(?:suizid|selbstmord|selbsttötung)(?:\\p{L}*)(?: \\S+){0,3} (?:begehen|angekündigt|ankündigt|vorhat|droht)',
    '(?:suizid|selbstmord|selbsttötungs)(?:gedanken|absicht|absichten|versuch|ankündigung|drohung|gefährdet|gefahr)',
    '(?:kündigt|droht|plant)(?: \\S+){0,5} (?:suizid|selbstmord|selbsttötung)',
    'nicht mehr leben (?:will|wollen|möchte|kann)',
    '(?:will|möchte) nicht mehr leben',
    '(?:will|möchte) sterben',
    'selbstverletz\\p{L}*',
  ],
  'child-safety': [
    'child (?:sexual )?(?:abuse|exploitation)',
    'child porn(?:ography)?',
    'cs(?:am|em)',
    'sexual(?:ly|i[sz]ed)?(?: \\S+){0,4} (?:child|children|minors?|kids?|underage)',
    '(?:child|children|minors?|kids?|underage (?:girls?|boys?))(?: \\S+){0,4} (?:nude|naked|sexual(?:ly)?|molest\\p{L}*|rape[ds]?)',
    'grooming (?:of )?(?:a |my |our |the )?(?:child|children|minors?|kids?|girls?|boys?|daughter|son)',
    'kindesmissbrauch\\p{L}*',
    '(?:kinder|jugend)porn\\p{L}*',
    'missbrauchs(?:darstellung|abbildung|material)\\p{L}*',
    'sexuell\\p{L}*(?: \\S+){0,5} (?:kind|kinder|kindern|kindes|minderjährig\\p{L}*)',
    '(?:kind|kinder|kindern|kindes|minderjährig\\p{L}*)(?: \\S+){0,5} (?:sexuell\\p{L}*|missbrauch\\p{L}*|nackt)',
    'missbrauch\\p{L}*(?: \\S+){0,4} (?:kind|kinder|kindern|kindes|minderjährig\\p{L}*)',
    'cybergrooming',
  ],
  'terrorism-imminent': [
    '(?:terror(?:ist)?[ -]?)?(?:attack|attacks|bomb|bombs|bombing|explosion|massacre)(?: \\S+){0,8} (?:tonight|today|tomorrow|now|soon|imminent|this (?:evening|morning|afternoon|weekend)|in \\S+ (?:minutes?|hours?))',
    '(?:tonight|today|tomorrow|soon|imminent)(?: \\S+){0,6} (?:terror(?:ist)? )?(?:attack|bomb|bombing|massacre)',
    '(?:terror)?(?:anschlag|anschläge|attentat|sprengsatz|bombe|sprengstoffanschlag)(?: \\S+){0,8} (?:heute|morgen|gleich|bald|unmittelbar|bevor|in \\S+ (?:minuten?|stunden?))',
    '(?:heute|morgen|gleich|bald|unmittelbar\\p{L}*)(?: \\S+){0,6} (?:terror)?(?:anschlag|attentat|sprengsatz|bombe|sprengstoffanschlag)',
  ],
};
