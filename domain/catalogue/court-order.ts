import type { LegalBasis } from '../legal-basis.ts';
import { ALWAYS, applicability, clock, element, LIMITATION, RETENTION_YEARS, terms } from './basis-parts.ts';
import { COMPLAINT_WINDOW } from './clocks.ts';
import { INFORMED_OF_ORDER, owedOnEitherOrder } from './owed.ts';
import { known, uncertain } from './sources.ts';

const ORDER = known('The text of the order, from its service');
const AS_ARTICLE_9 = known('Reg. (EU) 2022/2065 Art 9: an order against specific items is one under it in the Union');
const SCOPE = known('CJEU C-18/18: as the order says; an effect beyond the Union is not precluded');
const STAY = known('A stay of the order, or an appeal with suspensive effect');
const WAIT_DAYS = 3;

/** An order of a court, of a Member State or of a third country, that is served on the platform. */
export const COURT_ORDER: LegalBasis = {
  id: 'COURT_ORDER',
  version: 1,
  name: { en: 'Order of a court', de: 'Gerichtliche Anordnung' },
  submitters: ['authority'],
  fromCountries: null,
  nature: 'order',
  issuer: 'by-authority',
  applicability: applicability(['hosting-service'], null, ORDER),
  elements: [
    element('location', 'locates', ORDER),
    element('authority', 'substantial', ORDER),
    element('order-reference', 'substantial', ORDER),
    element('statement-of-reasons', 'substantial', ORDER),
    element('provision', 'substantial', AS_ARTICLE_9),
    element('territory', 'substantial', AS_ARTICLE_9),
    element('redress', 'substantial', AS_ARTICLE_9),
    element('issued-at', 'formal', ORDER),
    element('signed', 'formal', ORDER),
  ],
  clocks: [
    clock('COURT_ORDER.comply', { unit: 'as-ordered' }, ORDER, {
      metWhen: 'effect',
      kind: 'ordered',
      pausedBy: [{ because: 'stay', source: STAY }],
    }),
    clock(
      'COURT_ORDER.non-disclosure-until',
      { unit: 'as-ordered' },
      uncertain('The order: sealed, or not to be disclosed until a date'),
      { kind: 'ordered', direction: 'hold-until', startsAt: 'authority-decision', shownTo: ['authority'] },
    ),
    { ...COMPLAINT_WINDOW, issuer: 'third-country' },
  ],
  leadingClock: 'COURT_ORDER.comply',
  actFirst: 'no',
  groundByRule: null,
  fourEyes: ALWAYS,
  decidedBy: ['counsel'],
  informationWait: { kind: 'days', amount: WAIT_DAYS },
  unattended: 'page-only',
  atRiskAfterMinutes: null,
  notifications: owedOnEitherOrder({ request: ORDER, effect: AS_ARTICLE_9, restored: INFORMED_OF_ORDER }),
  trigger: 'third-country-demand',
  senderDisclosed: false,
  otherRedress: [],
  copies: {
    which: {
      en: 'Identical content, and equivalent content where the operative part says so.',
      de: 'Identische Inhalte, und sinngleiche (kerngleiche) Inhalte, soweit der Tenor dies anordnet.',
    },
    source: known('CJEU C-18/18'),
  },
  territory: { default: ['EU'], widest: ['WORLD'], asProvision: true, source: SCOPE },
  retentionYears: RETENTION_YEARS,
  queue: 'orders',
  terms: terms(
    ['preliminary injunction', 'einstweilige Verfügung'],
    ['main proceedings', 'Hauptsacheverfahren'],
    ['operative part', 'Tenor'],
    ['service', 'Zustellung'],
    ['enforceable copy', 'vollstreckbare Ausfertigung'],
    ['equivalent content', 'kerngleiche Verstöße'],
    ['dynamic injunction', 'dynamische Sperranordnung'],
    ['administrative fine for contempt', 'Ordnungsgeld'],
    ['period for enforcement', 'Vollziehungsfrist'],
    ['lifting', 'Aufhebung'],
  ),
  sources: [ORDER, AS_ARTICLE_9, SCOPE, INFORMED_OF_ORDER, LIMITATION],
};
