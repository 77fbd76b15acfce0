import * as z from 'zod';

/** The fields at fault, with sentences, as Lumen names them. */
export type Errors = Record<string, string[]>;

const TYPES = [
  ...['DMCA', 'Counterfeit', 'Counternotice', 'CourtOrder', 'DataProtection', 'Defamation', 'GovernmentRequest'],
  ...['LawEnforcementRequest', 'LocalLaw', 'PrivateInformation', 'Trademark', 'Other', 'Placeholder'],
];
const ROLES = [
  ...['principal', 'agent', 'attorney', 'recipient', 'sender', 'submitter', 'target'],
  ...['issuing_court', 'plaintiff', 'defendant'],
];
const REQUEST_TYPES = ['Agency', 'Civil Subpoena', 'Email', 'Records Preservation', 'Subpoena', 'Warrant'];
const OF_AUTHORITIES = ['GovernmentRequest', 'LawEnforcementRequest'];
const FIRST_DAY = Date.parse('1998-10-28T00:00:00Z');
const DAY_MS = 86_400_000;

const Url = z.object({ url: z.string().trim().min(1) });
const Work = z.object({
  description: z.string().optional(),
  kind: z.string().optional(),
  infringing_urls_attributes: z.array(Url).default([]),
  copyrighted_urls_attributes: z.array(Url).default([]),
});
const Entity = z.object({ name: z.string().trim().min(1), kind: z.enum(['organization', 'individual']).optional() });
const Role = z.object({ name: z.enum(ROLES), entity_attributes: Entity });

/** What Lumen permits in a notice; any other field is dropped without a word, as it drops it. */
const Notice = z.object({
  type: z.unknown().transform((type) => TYPES.find((known) => known === type) ?? 'DMCA'),
  title: z.string().max(255).optional(),
  body: z.string().optional(),
  date_sent: z.string().optional(),
  date_received: z.string().optional(),
  tag_list: z.string().optional(),
  jurisdiction_list: z.string().optional(),
  regulation_list: z.string().optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
  action_taken: z.enum(['Yes', 'No', 'Partial', 'Unspecified']).optional(),
  request_type: z.enum(REQUEST_TYPES).optional(),
  mark_registration_number: z.string().optional(),
  case_id_number: z.string().optional(),
  works_attributes: z.array(Work).min(1),
  entity_notice_roles_attributes: z.array(Role).min(1),
});
/** A notice as it is kept. */
export type Notice = z.infer<typeof Notice>;

/** Reads a notice, or names the fields for which it is refused, as of `now` (epoch milliseconds). */
export function readNotice(value: unknown, now: number): { readonly notice: Notice } | { readonly errors: Errors } {
  const parsed = Notice.safeParse(value);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => String(path[0] ?? 'base'));
    return { errors: Object.fromEntries(fields.map((field) => [field, ['is invalid']])) };
  }
  const { data: notice } = parsed;
  const errors: Errors = {};
  for (const field of ['date_sent', 'date_received'] as const) {
    if (!isDay(notice[field], now)) errors[field] = ['is not a date between 1998-10-28 and tomorrow'];
  }
  if (notice.request_type !== undefined && !OF_AUTHORITIES.includes(notice.type)) {
    errors['request_type'] = ['is not for this type'];
  }
  if (notice.mark_registration_number !== undefined && notice.type !== 'Trademark') {
    errors['mark_registration_number'] = ['is not for this type'];
  }
  return Object.keys(errors).length > 0 ? { errors } : { notice: notice.type === 'LocalLaw' ? bare(notice) : notice };
}

function isDay(text: string | undefined, now: number): boolean {
  if (text === undefined) return true;
  const at = Date.parse(text);
  return at > FIRST_DAY && at < now + DAY_MS;
}

/** Of a notice under local law the server keeps neither descriptions nor addresses. */
function bare(notice: Notice): Notice {
  const works = notice.works_attributes.map(() => ({
    infringing_urls_attributes: [],
    copyrighted_urls_attributes: [],
  }));
  return { ...notice, works_attributes: works };
}
