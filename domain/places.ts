/** IANA zones of the countries whose clocks Writ computes, by ISO 3166-1 code. */
const COUNTRY_ZONES: Readonly<Record<string, string>> = {
  AT: 'Europe/Vienna',
  AU: 'Australia/Sydney',
  BE: 'Europe/Brussels',
  BG: 'Europe/Sofia',
  CH: 'Europe/Zurich',
  CY: 'Asia/Nicosia',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  EE: 'Europe/Tallinn',
  ES: 'Europe/Madrid',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  GR: 'Europe/Athens',
  HR: 'Europe/Zagreb',
  HU: 'Europe/Budapest',
  IE: 'Europe/Dublin',
  IN: 'Asia/Kolkata',
  IS: 'Atlantic/Reykjavik',
  IT: 'Europe/Rome',
  LI: 'Europe/Vaduz',
  LT: 'Europe/Vilnius',
  LU: 'Europe/Luxembourg',
  LV: 'Europe/Riga',
  MT: 'Europe/Malta',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  PL: 'Europe/Warsaw',
  PT: 'Europe/Lisbon',
  RO: 'Europe/Bucharest',
  SE: 'Europe/Stockholm',
  SI: 'Europe/Ljubljana',
  SK: 'Europe/Bratislava',
  US: 'America/New_York',
};

/** The regions that have holidays of their own, by country; `null` where the zone is the country's. */
const REGION_ZONES: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  DE: regionsOf('BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH'),
  GB: regionsOf('ENG NIR SCT WLS'),
  AU: {
    ...regionsOf('ACT NSW'),
    NT: 'Australia/Darwin',
    QLD: 'Australia/Brisbane',
    SA: 'Australia/Adelaide',
    TAS: 'Australia/Hobart',
    VIC: 'Australia/Melbourne',
    WA: 'Australia/Perth',
  },
  US: {
    ...regionsOf('CT DC DE FL GA MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV'),
    ...regionsOf('AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI', 'America/Chicago'),
    ...regionsOf('CO MT NM UT WY', 'America/Denver'),
    ...regionsOf('CA NV OR WA', 'America/Los_Angeles'),
    AK: 'America/Anchorage',
    AZ: 'America/Phoenix',
    HI: 'Pacific/Honolulu',
    ID: 'America/Boise',
    IN: 'America/Indiana/Indianapolis',
    KY: 'America/Kentucky/Louisville',
  },
};

function regionsOf(codes: string, zone: string | null = null): Record<string, string | null> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, zone]));
}

/** A place whose holidays and zone a clock can use, in ISO 3166 codes. */
export interface Place {
  /** The whole code: `DE-BE`, `GB-ENG`, `US`. */
  readonly code: string;
  readonly country: string;
  readonly region: string | null;
  /** IANA name of the zone of its civil dates. */
  readonly zone: string;
}

/**
 * Reads a place code (`DE-BY`, `GB`, `us-ca`); `EL` is read as `GR` and `UK` as `GB`. Gives null for a country or a
 * region that is not known here, since a wrong calendar is worse than none.
 */
export function findPlace(code: string): Place | null {
  const [given = '', region, ...rest] = code.trim().toUpperCase().split('-');
  const country = given === 'EL' ? 'GR' : given === 'UK' ? 'GB' : given;
  const countryZone = Object.hasOwn(COUNTRY_ZONES, country) ? COUNTRY_ZONES[country] : undefined;
  if (countryZone === undefined || rest.length > 0) return null;
  if (region === undefined) return { code: country, country, region: null, zone: countryZone };
  const regions = REGION_ZONES[country] ?? {};
  if (!Object.hasOwn(regions, region)) return null;
  return { code: `${country}-${region}`, country, region, zone: regions[region] ?? countryZone };
}
