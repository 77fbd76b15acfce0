import {
  CENTRAL_POLICE,
  CHILD_SAFETY_BY_ESTABLISHMENT,
  REPORT_RECIPIENTS,
  REPORT_ROUTES,
  type ReportRecipient,
  type ReportRoute,
} from '#domain/catalogue/report-routes';
import { uncertain } from '#domain/catalogue/sources';
import type { DangerSignal } from '#domain/danger-words';
import { COUNTRY_NAMES } from '#domain/messages/country-names';
import { EU_MEMBER_STATES } from '#domain/territory';

/** What decides whom a report goes to: ISO 3166-1 countries. */
export interface ReportPlaces {
  /** Where the provider is established. */
  readonly establishments: readonly string[];
  /** Where those are whose content it is, as far as that is known. */
  readonly concerned: readonly string[];
}

/** A report that a signal may lead to: by which route, and to whom. */
export interface PlannedReport {
  readonly route: ReportRoute;
  readonly recipient: ReportRecipient;
}

const STATE = 'state-';

/** The reports that signals may lead to, each once. */
export function plannedReports(signals: readonly DangerSignal[], places: ReportPlaces): readonly PlannedReport[] {
  const planned = signals.flatMap((signal) => {
    const route = REPORT_ROUTES[signal];
    return recipientIds(route, places).map((id) => ({ route, recipient: recipientOf(id) }));
  });
  return [...new Map(planned.map((report) => [`${report.route.kind} ${report.recipient.id}`, report])).values()];
}

/** A recipient by its id: one known by name, or the police of a country. */
export function recipientOf(id: string): ReportRecipient {
  const named = REPORT_RECIPIENTS.find((recipient) => recipient.id === id);
  if (named !== undefined) return named;
  const country = id.slice(STATE.length);
  const [en, de] = COUNTRY_NAMES[country] ?? [country, country];
  return {
    id,
    name: {
      en: `Law enforcement authority, ${en}`,
      de: `Strafverfolgungsbehörde, ${de}`,
    },
    channel: 'mail',
    language: country === 'AT' ? 'de' : 'en',
    source: uncertain('Which authority of that country takes such reports was not read'),
  };
}

function recipientIds({ to }: ReportRoute, { establishments, concerned }: ReportPlaces): readonly string[] {
  const [home = 'DE'] = establishments.filter(isMemberState);
  switch (to) {
    case 'member-state': {
      const states = concerned.filter(isMemberState);
      return states.length > 0 ? states.map(policeOf) : [policeOf(home), 'europol'];
    }
    case 'establishment':
      return establishments.map((country) => CHILD_SAFETY_BY_ESTABLISHMENT[country] ?? policeOf(country));
    case 'place':
      return (concerned.length > 0 ? concerned : [home]).map(policeOf);
    default:
      return to satisfies never;
  }
}

function isMemberState(country: string): boolean {
  return EU_MEMBER_STATES.some((state) => state === country);
}

function policeOf(country: string): string {
  return CENTRAL_POLICE[country] ?? `${STATE}${country}`;
}
