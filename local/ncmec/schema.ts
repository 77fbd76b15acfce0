import type { XmlElement } from './xml.ts';

/** How often an element may stand, in its place: once, once or not at all, or any number of times. */
type Often = 'once' | 'maybe' | 'any';
type Content = 'text' | readonly (readonly [name: string, often: Often])[];

const INCIDENT_TYPES = [
  'Child Pornography (possession, manufacture, and distribution)',
  'Child Sex Trafficking',
  'Child Sex Tourism',
  'Child Sexual Molestation',
  'Misleading Domain Name',
  'Misleading Words or Digital Images on the Internet',
  'Online Enticement of Children for Sexual Acts',
  'Unsolicited Obscene Material Sent to a Child',
];
const LONGEST_TEXT = 3_000;

const PERSON: Content = [
  ['firstName', 'maybe'],
  ['lastName', 'maybe'],
  ['phone', 'any'],
  ['email', 'any'],
];

/** The elements of a report in their order, as far as they are known; any other element is refused. */
const SCHEMA: Readonly<Record<string, Content>> = {
  report: [
    ['incidentSummary', 'once'],
    ['internetDetails', 'any'],
    ['lawEnforcement', 'maybe'],
    ['reporter', 'once'],
    ['personOrUserReported', 'maybe'],
    ['intendedRecipient', 'any'],
    ['victim', 'any'],
    ['additionalInfo', 'maybe'],
  ],
  incidentSummary: [
    ['incidentType', 'once'],
    ['platform', 'maybe'],
    ['escalateToHighPriority', 'maybe'],
    ['incidentDateTime', 'once'],
    ['incidentDateTimeDescription', 'maybe'],
  ],
  internetDetails: [['webPageIncident', 'once']],
  webPageIncident: [
    ['url', 'any'],
    ['additionalInfo', 'maybe'],
  ],
  reporter: [
    ['reportingPerson', 'once'],
    ['contactPerson', 'maybe'],
    ['companyTemplate', 'maybe'],
    ['termsOfService', 'maybe'],
    ['legalURL', 'maybe'],
  ],
  personOrUserReported: [
    ['personOrUserReportedPerson', 'maybe'],
    ['espIdentifier', 'maybe'],
    ['espService', 'maybe'],
    ['screenName', 'maybe'],
    ['displayName', 'any'],
    ['profileUrl', 'any'],
    ['additionalInfo', 'maybe'],
  ],
  reportingPerson: PERSON,
  contactPerson: PERSON,
  personOrUserReportedPerson: PERSON,
};

/** What breaks the schema in a report, in a sentence; null when nothing does. `now` in epoch milliseconds. */
export function faultIn(report: XmlElement, now: number): string | null {
  if (report.name !== 'report') return `The root is ${report.name}, not report`;
  return orderFault(report) ?? valueFault(report, now);
}

function orderFault(element: XmlElement): string | null {
  const content = SCHEMA[element.name] ?? 'text';
  if (content === 'text') return element.children.length === 0 ? null : `${element.name} holds text only`;
  let at = 0;
  for (const [name, often] of content) {
    const from = at;
    while (element.children[at]?.name === name) at += 1;
    const count = at - from;
    if (often === 'once' && count === 0) return `${element.name} lacks ${name}, or it is out of order`;
    if (often !== 'any' && count > 1) return `${element.name} holds ${name} more than once`;
  }
  const left = element.children[at];
  if (left !== undefined) return `${left.name} is not expected there in ${element.name}`;
  return element.children.map(orderFault).find((fault) => fault !== null) ?? null;
}

function valueFault(report: XmlElement, now: number): string | null {
  const texts = report.children.flatMap(leaves);
  const textOf = (name: string): string => texts.find((leaf) => leaf.name === name)?.text ?? '';
  const at = Date.parse(textOf('incidentDateTime'));
  if (!INCIDENT_TYPES.includes(textOf('incidentType'))) return 'incidentType is not of the list';
  if (Number.isNaN(at)) return 'incidentDateTime is no time';
  if (at > now) return 'incidentDateTime is in the future';
  const long = texts.find(({ text }) => text.length > LONGEST_TEXT);
  return long === undefined ? null : `${long.name} is longer than ${LONGEST_TEXT} characters`;
}

function leaves(element: XmlElement): readonly XmlElement[] {
  return element.children.length === 0 ? [element] : element.children.flatMap(leaves);
}
