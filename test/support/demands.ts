/** A whole notice under Art 16 DSA. */
export const NOTICE = {
  legalBasis: 'DSA_ART16',
  language: 'de',
  submitter: {
    name: 'Kanzlei Beispiel',
    email: 'recht@kanzlei.example',
    role: 'legal-representative',
    country: 'DE',
  },
  items: [
    {
      url: 'http://localhost:4400/_local/platform/tracks/trk-1001',
      components: ['audio'],
      territories: ['DE'],
      note: 'Refrain 00:43-01:12',
    },
  ],
  works: [{ description: 'Das Lied', url: 'https://label.example/original' }],
  explanation: 'Der Refrain verletzt das Urheberrecht unserer Mandantin.',
  statements: { goodFaith: true, accurate: true, authorised: true, underPenaltyOfPerjury: false },
  signature: 'Kanzlei Beispiel',
};

/** A whole removal order. */
export const ORDER = {
  legalBasis: 'EU_TCO_ART3',
  language: 'de',
  reference: 'BKA-2026-0815',
  issuedAt: '2026-10-05T09:35:00+02:00',
  authority: { id: 'de-bka' },
  items: [{ url: 'http://localhost:4400/_local/platform/tracks/trk-1002', note: 'Aufruf' }],
  territories: ['EU'],
  provisions: ['Art 3(1) Reg. (EU) 2021/784'],
  statementOfReasons: 'Der Inhalt verherrlicht eine terroristische Vereinigung.',
  redress: 'Klage innerhalb eines Monats.',
  signed: true,
  complyBy: null,
  nonDisclosureUntil: null,
  emergency: false,
};

/** The token of the authority that sends `ORDER`. */
export const AUTHORITY = 'authority:de-bka:de-bka';
