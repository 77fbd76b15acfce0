import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { admit, findRoute, ownsOrder, ROUTES } from '#domain/access';
import { clocksStartedBy } from '#domain/case-clocks';
import { clocksFor, clocksOwedTo, maskCase, maySeeCase } from '#domain/masking';
import { Role } from '#domain/party';
import { basisOf } from './support.ts';

const STAFF = 'specialist counsel lead operator auditor vendor';
const MATRIX: readonly (readonly [string, string])[] = [
  ['POST /v1/orders', 'authority'],
  ['GET /v1/orders/{caseId}', 'authority'],
  ['POST /v1/orders/{caseId}/information', 'authority'],
  ['POST /v1/orders/{caseId}/amendment', 'authority'],
  ['POST /v1/orders/{caseId}/withdrawal', 'authority'],
  ['GET /v1/cases', STAFF],
  ['GET /v1/cases/{caseId}', STAFF],
  ['POST /v1/cases/{caseId}/claim', 'specialist counsel lead'],
  ['POST /v1/cases/{caseId}/release', 'specialist counsel lead'],
  ['POST /v1/cases/{caseId}/notes', 'specialist counsel lead'],
  ['POST /v1/cases/{caseId}/information-requests', 'specialist counsel lead'],
  ['POST /v1/cases/{caseId}/decision', 'specialist counsel'],
  ['POST /v1/cases/{caseId}/approval', 'counsel lead'],
  ['POST /v1/cases/{caseId}/reversal', 'counsel lead'],
  ['POST /v1/cases/{caseId}/court-action', 'specialist counsel lead'],
  ['POST /v1/cases/{caseId}/clock-entries', 'counsel lead'],
  ['POST /v1/cases/{caseId}/scrutiny-request', 'counsel'],
  ['POST /v1/cases/{caseId}/scrutiny-decision', 'counsel lead'],
  ['POST /v1/cases/{caseId}/holds', 'counsel lead'],
  ['POST /v1/cases/{caseId}/holds/{number}/release', 'counsel lead'],
  ['POST /v1/cases/{caseId}/erasures', 'counsel lead'],
  ['GET /v1/cases/{caseId}/purge-report', 'lead auditor'],
  ['POST /v1/cases/{caseId}/resume', 'operator lead'],
  ['POST /v1/cases/{caseId}/danger-acknowledgement', 'specialist counsel lead operator'],
  ['GET /v1/cases/{caseId}/history', 'specialist counsel lead auditor'],
  ['GET /v1/cases/{caseId}/messages/{deliveryId}/paper', 'specialist counsel lead auditor'],
  ['GET /v1/cases/{caseId}/evidence', 'specialist counsel lead auditor'],
];

describe('the route × role table', () => {
  it.each(MATRIX)('%s admits %s and nobody else', (route, roles) => {
    const [method = '', path = ''] = route.split(' ');
    expect(admit(method, path, null)).toBe('unauthenticated');
    for (const role of Role.options) {
      expect([role, admit(method, path, role)]).toEqual([
        role,
        roles.split(' ').includes(role) ? 'admitted' : 'forbidden',
      ]);
    }
  });

  it('is complete: what the matrix leaves out is public or opened by the case’s own token', () => {
    const others = ROUTES.filter(({ method, path }) => !MATRIX.some(([route]) => route === `${method} ${path}`));
    expect(others.map(({ method, path, admission }) => `${admission.kind}: ${method} ${path}`)).toEqual([
      'public: POST /v1/notices',
      'case-token: GET /v1/notices/{caseId}',
      'case-token: POST /v1/notices/{caseId}/information',
      'case-token: POST /v1/notices/{caseId}/withdrawal',
      'case-token: POST /v1/notices/{caseId}/complaint',
      'case-token: POST /v1/notices/{caseId}/counter-notice',
      'case-token: POST /v1/notices/{caseId}/court-action',
      'case-token: POST /v1/cases/{caseId}/response',
      'public: GET /.well-known/jwks.json',
      'public: GET /v1/audit/keys',
      'public: POST /oauth/token',
      'public: GET /healthz',
      'public: GET /openapi.json',
      'public: GET /docs',
      'public: GET /notice',
      'public: GET /assets/{file}',
    ]);
    for (const { method, path } of others) expect(admit(method, path, null)).toBe('admitted');
  });

  it('admits nobody to a route that it does not know', () => {
    expect(findRoute('DELETE', '/v1/cases')).toBeNull();
    expect(admit('DELETE', '/v1/cases', 'lead')).toBe('forbidden');
  });

  it('shows an authority its own orders only', () => {
    expect(ownsOrder('de-bka', 'de-bka')).toBe(true);
    expect(ownsOrder('de-bka', 'fr-ocsm')).toBe(false);
    expect(ownsOrder(null, '')).toBe(false);
  });
});

describe('what each reader sees', () => {
  const view = {
    caseId: 'c',
    owner: 'anna',
    lease: { holder: 'anna' },
    deliveries: [1],
    decision: { outcome: 'restrict', decidedBy: 'anna', facts: 'text' },
    items: [1],
  };

  it('hides from a vendor who is involved', () => {
    expect(maskCase('vendor', view)).toEqual({
      caseId: 'c',
      owner: null,
      lease: null,
      deliveries: null,
      decision: { outcome: 'restrict' },
      items: [1],
    });
    expect(maskCase('vendor', { decision: null })).toEqual({ decision: null });
    expect(maskCase('lead', view)).toBe(view);
  });

  it('hides from a vendor what a sender wrote', () => {
    const request = {
      kind: 'notice',
      legalBasis: 'DSA_ART16',
      submitter: { name: 'Kanzlei' },
      explanation: 'Text',
      items: [{ url: 'https://music.example/1', note: 'Text' }],
      works: [{ description: 'Text', url: null }],
      attachments: [1],
      signature: 'Kanzlei',
      bodySha256: 'a',
    };
    const masked = maskCase('vendor', { request, items: [{ itemId: 'item-1', note: 'Text' }] });
    expect(JSON.stringify(masked)).not.toMatch(/Text|Kanzlei/);
    expect(masked).toMatchObject({
      request: { legalBasis: 'DSA_ART16', items: [{ url: 'https://music.example/1' }], works: [] },
      items: [{ itemId: 'item-1', note: null }],
    });
    expect(maskCase('vendor', { request: { kind: 'order', statementOfReasons: 'Text' } })).toEqual({ request: null });
  });

  it('hides from a vendor what a decider wrote to the sender about an item', () => {
    const items = [{ itemId: 'item-2', action: 'none', reason: 'Vera Vanish shows no right to this one.' }];
    expect(maskCase('vendor', { decision: { items, facts: 'Text', reason: 'Text', ground: null } })).toEqual({
      decision: { items: [{ itemId: 'item-2', action: 'none' }], ground: null },
    });
  });

  it.each([
    ['https://music.example/tracks/1?from=Vera%20Vanish#:~:text=Vera', 'https://music.example/tracks/1'],
    ['https://vera:vanish@music.example/tracks/1', 'https://music.example/tracks/1'],
    ['the song on the page of Vera Vanish', 'about:blank'],
    ['mailto:vera@vanish.example', 'about:blank'],
  ])('shows a vendor of the address %s only what finds the content', (url, shown) => {
    const request = { kind: 'notice', items: [{ url }] };
    expect(maskCase('vendor', { request, items: [{ url }] })).toMatchObject({
      request: { items: [{ url: shown }] },
      items: [{ url: shown }],
    });
  });

  it('keeps vendors out of the queues of orders and of every case in danger', () => {
    const danger = { signals: [], pageId: 'p', acknowledgedBy: 'lea', acknowledgedAt: '2026-10-17T21:40:00Z' };
    expect(maySeeCase('vendor', { queue: 'notices', danger: null })).toBe(true);
    expect(maySeeCase('vendor', { queue: 'terrorism', danger: null })).toBe(false);
    expect(maySeeCase('vendor', { queue: 'notices', danger })).toBe(false);
    expect(maySeeCase('specialist', { queue: 'terrorism', danger })).toBe(true);
  });

  it('shows each the clocks owed to them', () => {
    const calendar = holidayCalendar();
    const at = '2026-10-17T21:40:00Z';
    const events = ['receipt', 'removal', 'authority-decision', 'request', 'informed'] as const;
    const clocks = [basisOf('EU_TCO_ART3'), basisOf('DSA_ART16')].flatMap((basis) =>
      events.flatMap((event) => clocksStartedBy(basis, event, at, calendar)),
    );
    const names = (shown: readonly { clock: string }[]) => shown.map(({ clock }) => clock);
    expect(names(clocksOwedTo('uploader', clocks))).toEqual([
      'EU_TCO_ART4.authority-decision',
      'DSA_ART20.complaint-until',
    ]);
    expect(names(clocksFor('public', clocks))).toEqual([
      'EU_TCO_ART3.disable',
      'DSA_ART16.decide',
      'DSA_ART20.complaint-until',
    ]);
    expect(names(clocksFor('authority', clocks))).toContain('EU_TCO_ART6.preserve-until');
    expect(names(clocksFor('vendor', clocks))).toEqual([
      'EU_TCO_ART3.disable',
      'EU_TCO_ART4.scrutiny',
      'DSA_ART16.decide',
    ]);
    for (const role of ['specialist', 'counsel', 'lead', 'operator', 'auditor'] as const)
      expect(clocksFor(role, clocks)).toBe(clocks);
    expect(clocksOwedTo('partner', clocks)).toEqual([]);
  });
});
