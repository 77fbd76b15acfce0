import * as z from 'zod';

/**
 * The kinds of notices that Lumen keeps. One that it does not know becomes `DMCA` without a word, so that nothing else
 * is ever sent.
 */
export const NoticeType = z.enum([
  'DMCA',
  'Counterfeit',
  'Counternotice',
  'CourtOrder',
  'DataProtection',
  'Defamation',
  'GovernmentRequest',
  'LawEnforcementRequest',
  'LocalLaw',
  'PrivateInformation',
  'Trademark',
  'Other',
]);
export type NoticeType = z.infer<typeof NoticeType>;

/** Who somebody is to a notice. */
export const NoticeRole = z.enum([
  'principal',
  'agent',
  'attorney',
  'recipient',
  'sender',
  'submitter',
  'target',
  'issuing_court',
  'plaintiff',
  'defendant',
]);
export type NoticeRole = z.infer<typeof NoticeRole>;

/** The roles without which a notice of a type tells too little to be of use: ours, stricter than Lumen's. */
const ROLES_NEEDED: Readonly<Partial<Record<NoticeType, readonly NoticeRole[]>>> = {
  CourtOrder: ['issuing_court'],
  DMCA: ['sender'],
  GovernmentRequest: ['sender'],
};

const WORK = z.strictObject({
  description: z.string().min(1).optional(),
  kind: z.string().min(1).optional(),
  infringing_urls_attributes: z.array(z.strictObject({ url: z.url().max(8_192) })),
  copyrighted_urls_attributes: z.array(z.strictObject({ url: z.url().max(8_192) })),
});

const ENTITY = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['organization', 'individual']),
  country_code: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});

/** A list as Lumen takes it: its parts, each without a comma, with commas in between. */
const LIST = z.string().min(1);

const Fields = z.strictObject({
  type: NoticeType,
  title: z.string().min(1).max(255),
  date_received: z.iso.datetime(),
  date_sent: z.iso.datetime().optional(),
  language: z.string().regex(/^[a-z]{2}$/),
  action_taken: z.enum(['Yes', 'No', 'Partial', 'Unspecified']),
  tag_list: LIST.optional(),
  jurisdiction_list: LIST,
  regulation_list: LIST,
  case_id_number: z.string().min(1).optional(),
  works_attributes: z.array(WORK).min(1),
  entity_notice_roles_attributes: z.array(z.strictObject({ name: NoticeRole, entity_attributes: ENTITY })).min(1),
});

/**
 * A notice as Lumen's `POST /notices` takes it, in the order of the public repository berkmancenter/lumendatabase at
 * 99d44c85. Instants are UTC. A misspelt field would be dropped there in silence: here it is refused.
 */
export const LumenNotice = Fields.superRefine(({ type, entity_notice_roles_attributes: roles }, context) => {
  const needed = [...(ROLES_NEEDED[type] ?? []), 'recipient' as const];
  if (needed.every((role) => roles.some(({ name }) => name === role))) return;
  context.addIssue({ code: 'custom', path: ['entity_notice_roles_attributes'], message: 'a role is missing' });
});
export type LumenNotice = z.infer<typeof LumenNotice>;
