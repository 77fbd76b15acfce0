import { HttpCyberTipline } from '#adapters/http-cybertipline';
import { type ReportDestinations, readAddresses } from '#domain/reports/addresses';
import { readConfig, Setting } from '#runtime/config';
import type { CyberTipline } from '../ports/outside.ts';

/** Where reports to authorities can be sent from here. */
export function reportDestinations(): ReportDestinations {
  const { NCMEC_URL, REPORT_ADDRESSES } = readConfig({
    NCMEC_URL: Setting.NCMEC_URL,
    REPORT_ADDRESSES: Setting.REPORT_ADDRESSES,
  });
  return { addresses: readAddresses(REPORT_ADDRESSES ?? ''), ncmec: NCMEC_URL !== null };
}

/** The countries in which the platform's provider is established, ISO 3166-1. */
export function establishments(): readonly string[] {
  return readConfig({ ESTABLISHMENTS: Setting.ESTABLISHMENTS }).ESTABLISHMENTS.split(',');
}

/** The CyberTipline; null without an account there. */
export function buildCyberTipline(): CyberTipline | null {
  const config = readConfig({
    NCMEC_URL: Setting.NCMEC_URL,
    NCMEC_USERNAME: Setting.NCMEC_USERNAME,
    NCMEC_PASSWORD: Setting.NCMEC_PASSWORD,
  });
  const { NCMEC_URL: url, NCMEC_USERNAME: username, NCMEC_PASSWORD: password } = config;
  return url === null || username === null || password === null
    ? null
    : new HttpCyberTipline(url, { username, password });
}
