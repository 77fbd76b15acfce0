import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KmsSigner } from '#adapters/kms-signer';
import { COMMANDS } from '../../cli/commands.ts';
import { runWrit } from '../../cli/run-writ.ts';
import { showErasures } from '../../cli/show-holds.ts';
import type { CaseView } from '../../domain/api/case-views.ts';
import { findLegalBasis } from '../../domain/catalogue/catalogue.ts';
import type { ErasureRow } from '../../domain/erasure.ts';
import { buildPurgeReport, purgeReportPayload } from '../../domain/purge-report.ts';
import { fakeKeyService } from '../functions/support/key-service.ts';
import { sampleCase } from '../functions/support/sample-case.ts';
import { type CliWorld, cliWorld } from './cli-world.ts';

const CORA = { WRIT_TOKEN: 'counsel:cora' };
let made: CliWorld;
beforeAll(async () => {
  made = await cliWorld();
});
afterAll(() => made.close());

describe('writ case hold, unhold and erase', () => {
  it('place a hold, show it, and release it', async () => {
    const caseId = await made.inReview();
    const placed = await made.writ(`case hold ${caseId} --matter LIT-2026-0042 --reason A_suit_is_announced.`, CORA);
    expect(placed).toMatchObject({ code: 0, out: expect.stringContaining('matter: LIT-2026-0042') });
    const { out } = await made.writ(`case show ${caseId}`, CORA);
    expect(out).toMatch(/LEGAL HOLDS\n +1: LIT-2026-0042, 2026-\S+, cora\n +Because +A suit is announced\./);
    const refused = await made.writ(
      `case erase ${caseId} --person sender --ground gdpr-art-17 --reference DSR-1`,
      CORA,
    );
    expect(refused.err).toContain('legal-hold');
    const released = await made.writ(`case unhold ${caseId} --number 1 --reason It_is_over. --lang de`, CORA);
    expect(released).toMatchObject({ code: 0, out: expect.stringContaining('Verfahren: LIT-2026-0042') });
    expect((await made.writ(`case show ${caseId}`, CORA)).out).toMatch(/Released +2026-\S+, cora, It is over\./);
  });

  it('say what is missing or wrong', async () => {
    const said = async (line: string) => (await made.writ(line, CORA)).err;
    expect(await said('case hold case-1 --reason x')).toContain('--matter is missing.');
    expect(await said('case unhold case-1 --reason x')).toContain('--number is missing.');
    expect(await said('case erase case-1 --person sender --reference DSR-1 --ground no')).toContain(
      '--ground takes gdpr',
    );
  });

  it('show what was erased, on which ground, and until when backups last', () => {
    const erasure: ErasureRow = {
      ...{ number: 1, personIds: ['sender'], whole: false, ground: 'gdpr-art-17', reference: 'DSR-1', by: 'cora' },
      ...{ recordedAt: '2026-10-05T08:00:00.000Z', state: 'pending', destroyedAt: '2026-10-05T08:01:00.000Z' },
      backupsUntil: '2026-10-06T08:01:00.000Z',
    };
    const view = { erasures: [erasure] } as unknown as CaseView;
    const text = showErasures(view, 'de').join('\n');
    expect(text).toContain('1: sender, gelöscht, vorläufig bis die Sicherungen auslaufen');
    expect(text).toMatch(/Weil +stattgegebener Antrag nach Art\. 17 DSGVO, DSR-1, cora/);
    expect(text).toMatch(/Sicherungen bis +2026-10-06T08:01:00\.000Z/);
  });
});

describe('writ audit purge-report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'writ-purge-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const signer = new KmsSigner(fakeKeyService().kms, 'k');

  async function check(change: (report: object) => object) {
    const basis = findLegalBasis('DSA_ART16');
    if (basis === null) throw new Error('no basis');
    const record = sampleCase({ state: 'closed', closedAt: '2026-10-05T08:00:00.000Z' });
    const done = { persons: ['sender'], erasedAt: '2030-10-05T08:01:00.000Z', keyId: await signer.keyId() };
    const report = buildPurgeReport(record, basis, done);
    const signed = { report: change(report), jws: await signer.sign(purgeReportPayload(report)) };
    writeFileSync(join(folder, 'report.json'), JSON.stringify(signed));
    writeFileSync(join(folder, 'keys.json'), JSON.stringify(await signer.publicKeys()));
    const out: string[] = [];
    const output = { result: (text: string) => out.push(text), error: (text: string) => out.push(text) };
    const args = ['audit', 'purge-report', join(folder, 'report.json'), '--key', join(folder, 'keys.json')];
    const code = await runWrit(COMMANDS, args, {}, output);
    return { code, out: out.join('') };
  }

  it('says what went, on which rule, and what stays, of a report that fits its signature', async () => {
    const { code, out } = await check((report) => report);
    expect([code, out]).toEqual([0, expect.stringContaining('VALID: case-')]);
    expect(out).toContain('kept until 2030-10-05T08:00:00.000Z (4 years, a setting of the platform, no rule of law)');
    expect(out).toContain('the audit chain with its commitments');
  });

  it('refuses one that was changed', async () => {
    const { code, out } = await check((report) => ({ ...report, persons: [] }));
    expect([code, out]).toEqual([1, expect.stringContaining('NOT VALID: the signature is over another report')]);
  });
});
