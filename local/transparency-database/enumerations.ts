/**
 * The values that the DSA Transparency Database accepts. A copy of its own: this stands in for an outside party, and an
 * error of ours in the same list would pass unseen.
 */

/** The 16 categories. */
const CATEGORIES = `
  ANIMAL_WELFARE CONSUMER_INFORMATION CYBER_VIOLENCE CYBER_VIOLENCE_AGAINST_WOMEN
  DATA_PROTECTION_AND_PRIVACY_VIOLATIONS ILLEGAL_OR_HARMFUL_SPEECH INTELLECTUAL_PROPERTY_INFRINGEMENTS
  NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS NOT_SPECIFIED_NOTICE OTHER_VIOLATION_TC PROTECTION_OF_MINORS
  RISK_FOR_PUBLIC_SECURITY SCAMS_AND_FRAUD SELF_HARM UNSAFE_AND_PROHIBITED_PRODUCTS VIOLENCE
`;

/** The 69 keywords. */
const KEYWORDS = `
  ADULT_SEXUAL_MATERIAL AGE_SPECIFIC_RESTRICTIONS AGE_SPECIFIC_RESTRICTIONS_MINORS ANIMAL_HARM
  BIOMETRIC_DATA_BREACH BULLYING_AGAINST_GIRLS CHILD_SEXUAL_ABUSE_MATERIAL CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE
  CONTENT_PROMOTING_EATING_DISORDERS COORDINATED_HARM COPYRIGHT_INFRINGEMENT CYBER_BULLYING_INTIMIDATION
  CYBER_HARASSMENT CYBER_HARASSMENT_AGAINST_WOMEN CYBER_INCITEMENT CYBER_STALKING CYBER_STALKING_AGAINST_WOMEN
  DATA_FALSIFICATION DEFAMATION DESIGN_INFRINGEMENT DISCRIMINATION FEMALE_GENDERED_DISINFORMATION
  GEOGRAPHIC_INDICATIONS_INFRINGEMENT GEOGRAPHICAL_REQUIREMENTS GOODS_SERVICES_NOT_PERMITTED
  GROOMING_SEXUAL_ENTICEMENT_MINORS HATE_SPEECH HIDDEN_ADVERTISEMENT HUMAN_EXPLOITATION HUMAN_TRAFFICKING
  ILLEGAL_ORGANIZATIONS IMPERSONATION_ACCOUNT_HIJACKING INAUTHENTIC_ACCOUNTS INAUTHENTIC_LISTINGS
  INAUTHENTIC_USER_REVIEWS INCITEMENT_AGAINST_WOMEN INCITEMENT_VIOLENCE_HATRED
  INSUFFICIENT_INFORMATION_ON_TRADERS LANGUAGE_REQUIREMENTS MISINFORMATION_DISINFORMATION
  MISLEADING_INFO_CONSUMER_RIGHTS MISLEADING_INFO_GOODS_SERVICES MISSING_PROCESSING_GROUND
  NON_CONSENSUAL_IMAGE_SHARING NON_CONSENSUAL_IMAGE_SHARING_AGAINST_WOMEN NON_CONSENSUAL_MATERIAL_DEEPFAKE
  NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN NONCOMPLIANCE_PRICING NUDITY PATENT_INFRINGEMENT PHISHING
  PROHIBITED_PRODUCTS PYRAMID_SCHEMES RIGHT_TO_BE_FORGOTTEN RISK_ENVIRONMENTAL_DAMAGE RISK_PUBLIC_HEALTH
  SELF_MUTILATION STALKING SUICIDE TERRORIST_CONTENT TRADE_SECRET_INFRINGEMENT TRADEMARK_INFRINGEMENT
  TRAFFICKING_WOMEN_GIRLS UNLAWFUL_SALE_ANIMALS UNSAFE_CHALLENGES UNSAFE_PRODUCTS VIOLATION_EU_LAW
  VIOLATION_NATIONAL_LAW OTHER
`;

/** ISO 639-1. */
const LANGUAGES = `
  aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
  en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu
  ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na
  nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so
  sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
`;

/** Values of the interface that share a beginning. */
function values(prefix: string, endings: string): readonly string[] {
  return endings
    .trim()
    .split(/\s+/)
    .map((ending) => `${prefix}${ending}`);
}

/** The fields with a closed list of values: one of them, or several where `several`. */
export const ENUMERATIONS: Readonly<Record<string, { readonly values: readonly string[]; readonly several?: true }>> = {
  decision_visibility: {
    values: [
      ...values(
        'DECISION_VISIBILITY_CONTENT_',
        'REMOVED DISABLED DEMOTED AGE_RESTRICTED INTERACTION_RESTRICTED LABELLED',
      ),
      'DECISION_VISIBILITY_OTHER',
    ],
    several: true,
  },
  decision_monetary: { values: values('DECISION_MONETARY_', 'SUSPENSION TERMINATION OTHER') },
  decision_provision: {
    values: values('DECISION_PROVISION_', 'PARTIAL_SUSPENSION TOTAL_SUSPENSION PARTIAL_TERMINATION TOTAL_TERMINATION'),
  },
  decision_account: { values: values('DECISION_ACCOUNT_', 'SUSPENDED TERMINATED') },
  account_type: { values: values('ACCOUNT_TYPE_', 'BUSINESS PRIVATE') },
  decision_ground: { values: values('DECISION_GROUND_', 'ILLEGAL_CONTENT INCOMPATIBLE_CONTENT') },
  incompatible_content_illegal: { values: ['Yes', 'No'] },
  content_type: {
    values: values('CONTENT_TYPE_', 'APP AUDIO IMAGE PRODUCT SYNTHETIC_MEDIA TEXT VIDEO OTHER'),
    several: true,
  },
  source_type: {
    values: ['SOURCE_ARTICLE_16', 'SOURCE_TRUSTED_FLAGGER', 'SOURCE_TYPE_OTHER_NOTIFICATION', 'SOURCE_VOLUNTARY'],
  },
  automated_detection: { values: ['Yes', 'No'] },
  automated_decision: { values: values('AUTOMATED_DECISION_', 'FULLY PARTIALLY NOT_AUTOMATED') },
  category: { values: values('STATEMENT_CATEGORY_', CATEGORIES) },
  category_addition: { values: values('STATEMENT_CATEGORY_', CATEGORIES), several: true },
  category_specification: { values: values('KEYWORD_', KEYWORDS), several: true },
  territorial_scope: {
    values: values('', 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'),
    several: true,
  },
  content_language: { values: values('', LANGUAGES.toUpperCase()) },
};
