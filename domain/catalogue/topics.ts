import type { Topic } from '../transparency-database/topic.ts';

/** Works of others. */
export const COPYRIGHT: Topic = {
  category: 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS',
  keyword: 'KEYWORD_COPYRIGHT_INFRINGEMENT',
};
/** What is said of others and harms their reputation. */
export const DEFAMATION: Topic = {
  category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
  keyword: 'KEYWORD_DEFAMATION',
};
/** Marks of others. */
export const TRADE_MARK: Topic = {
  category: 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS',
  keyword: 'KEYWORD_TRADEMARK_INFRINGEMENT',
};
/** Personal data that is to be erased. */
export const ERASURE: Topic = {
  category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  keyword: 'KEYWORD_RIGHT_TO_BE_FORGOTTEN',
};
/** Intimate depictions without consent, genuine ones and forgeries: the database has a keyword for each, none for both. */
export const INTIMATE: Topic = { category: 'STATEMENT_CATEGORY_CYBER_VIOLENCE', keyword: null };
/** Terrorist content. */
export const TERRORISM: Topic = {
  category: 'STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY',
  keyword: 'KEYWORD_TERRORIST_CONTENT',
};
/** Weapons that may not be offered. */
export const WEAPONS: Topic = {
  category: 'STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS',
  keyword: 'KEYWORD_PROHIBITED_PRODUCTS',
};
