/** The address of an item of the demo platform. */
export function itemUrl(api: string, path: string): string {
  return `${api}/_local/platform/${path}`;
}

const STATEMENTS = { goodFaith: true, accurate: true, authorised: true, underPenaltyOfPerjury: false };

/** A German notice of illegal content (DSA Art 16) about one track, for Germany. */
export function germanNotice(api: string, item = 'tracks/trk-1001'): Record<string, unknown> {
  return {
    legalBasis: 'DSA_ART16',
    language: 'de',
    submitter: {
      name: 'Kanzlei Beispiel',
      email: 'recht@kanzlei.example',
      role: 'legal-representative',
      country: 'DE',
    },
    items: [{ url: itemUrl(api, item), components: ['audio'], territories: ['DE'], note: 'Refrain 00:43-01:12' }],
    explanation:
      'Der Refrain ruft zum Hass gegen einen Teil der Bevölkerung auf und ist als Volksverhetzung strafbar (§ 130 StGB).',
    statements: STATEMENTS,
    signature: 'Kanzlei Beispiel',
  };
}

/** A label's takedown notice (17 USC 512) about one track. */
export function takedownNotice(api: string, item = 'tracks/trk-1002'): Record<string, unknown> {
  return {
    legalBasis: 'US_DMCA_512',
    language: 'en',
    submitter: { name: 'Example Records', email: 'copyright@label.example', role: 'rights-holder', country: 'US' },
    items: [{ url: itemUrl(api, item) }],
    works: [{ description: 'Sound recording “Northern Lights”, 2019', url: 'https://label.example/northern-lights' }],
    explanation: 'The track is a copy of our recording, uploaded without a licence.',
    statements: { ...STATEMENTS, underPenaltyOfPerjury: true },
    signature: 'Jane Doe',
  };
}

/** A removal order under Art 3 of the terrorist content regulation. */
export function removalOrder(api: string, issuedAt: string, item = 'podcasts/pod-2001'): Record<string, unknown> {
  return {
    legalBasis: 'EU_TCO_ART3',
    language: 'de',
    reference: 'BKA-2026-0815',
    issuedAt,
    authority: { id: 'de-bka' },
    items: [{ url: itemUrl(api, item), note: 'Folge 12' }],
    territories: ['EU'],
    provisions: ['Art 3(1) Reg. (EU) 2021/784'],
    statementOfReasons: 'Die Folge fordert zur Begehung terroristischer Straftaten auf (Art. 2 Nr. 7 Buchst. a).',
    redress: 'Klage beim Verwaltungsgericht Wiesbaden binnen eines Monats.',
    signed: true,
    complyBy: null,
    nonDisclosureUntil: null,
    emergency: false,
  };
}

/** A decision that disables items for some countries on a ground of German criminal law. */
export function restriction(items: readonly string[], territories: readonly string[]): Record<string, unknown> {
  return {
    outcome: 'restrict',
    ground: { type: 'illegal', provision: '§ 130 StGB', explanation: 'Der Refrain stachelt zum Hass auf.' },
    facts: 'Gehört von 00:43 bis 01:12; der Wortlaut entspricht der Meldung.',
    items: items.map((itemId) => ({ itemId, action: 'disable', components: ['audio'], territories, until: null })),
    automation: { detection: false, decision: 'not-automated' },
  };
}

/** A decision that confirms what was acted on first, as it is in force. */
export function confirmation(): Record<string, unknown> {
  return {
    outcome: 'restrict',
    ground: null,
    facts: 'Die Folge fordert zu Straftaten auf; die Anordnung ist ohne offensichtlichen Fehler.',
    items: [],
    automation: { detection: false, decision: 'not-automated' },
  };
}

/** A decision that restricts nothing. */
export function rejection(outcome: 'reject' | 'duplicate' | 'already-unavailable' = 'reject'): Record<string, unknown> {
  return {
    outcome,
    ground: null,
    facts: 'The passage is a quotation within a news report.',
    items: [],
    automation: { detection: false, decision: 'not-automated' },
  };
}
