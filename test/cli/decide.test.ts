import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionFrom } from '../../cli/decision-flags.ts';
import { describeChoice } from '../../cli/describe-decision.ts';
import type { CaseView } from '../../domain/api/case-views.ts';
import type { DecisionDocument } from '../../domain/decision.ts';
import { EU_MEMBER_STATES } from '../../domain/territory.ts';
import { AUTHORITY, ORDER } from '../support/demands.ts';
import { type CliWorld, cliWorld } from './cli-world.ts';

const WHY = '--provision §_185_StGB --explanation It_insults.';
const TRACKS = 'https://platform.example/tracks';

let made: CliWorld;

beforeAll(async () => {
  made = await cliWorld();
});

afterAll(() => made.close());

async function claimed(fields: object = {}): Promise<string> {
  const caseId = await made.inReview(fields);
  await made.writ(`case claim ${caseId}`);
  return caseId;
}

const THREE = {
  items: [
    { url: `${TRACKS}/1`, components: ['audio'], territories: ['DE'] },
    { url: `${TRACKS}/2`, components: ['title'] },
    { url: `${TRACKS}/3` },
  ],
};

/** What was recorded of a decision. */
function recorded(caseId: string): DecisionDocument {
  const decision = [...made.world.cases.of(caseId).rows].find(([key]) => key.startsWith('DECISION#'))?.[1];
  const { documentKey } = decision as { documentKey: string };
  return JSON.parse(made.world.documents.kept.get(documentKey) ?? '') as DecisionDocument;
}

describe('writ case decide', () => {
  it('takes the parts and territories that the demand asks for, item by item, and says so', async () => {
    const caseId = await claimed(THREE);
    const { code, out } = await made.writ(`case decide ${caseId} --outcome restrict ${WHY}`);
    expect(code).toBe(0);
    expect(out).toMatch(/^item-1 +disable +audio in DE +as the demand asks$/m);
    const byDefault = 'the default of the legal basis, since the demand names no territory';
    expect(out).toMatch(new RegExp(`^item-2 +disable +title in EU \\(27\\) +${byDefault}$`, 'm'));
    expect(out).toMatch(new RegExp(`^item-3 +disable +the whole item in EU \\(27\\) +${byDefault}$`, 'm'));
    const [first, second, third] = recorded(caseId).items;
    expect(first).toMatchObject({ action: 'disable', components: ['audio'], territories: ['DE'] });
    expect(second).toMatchObject({ components: ['title'], territories: EU_MEMBER_STATES });
    expect(third).toMatchObject({ components: [], territories: EU_MEMBER_STATES });
  });

  it('warns before it is sent that a restriction of the whole Union rests on the law of one country', async () => {
    const caseId = await claimed(THREE);
    const dry = async (flags: string, more = '') =>
      (await made.writ(`case decide ${caseId} --outcome restrict ${flags} --dry-run${more}`)).out;
    expect(await dry(WHY)).toContain(
      'WARNING: "§ 185 StGB" names no Union law, and EU (27) is wider than one country.',
    );
    expect(await dry(WHY, ' --lang de')).toContain(
      'WARNUNG: „§ 185 StGB“ nennt kein Unionsrecht, und EU (27) ist mehr',
    );
    expect(await dry(`${WHY} --territories DE`)).not.toContain('WARNING');
    expect(await dry('--provision Art_5_Reg._(EU)_2022/2065 --explanation x')).not.toContain('WARNING');
    expect(await dry('--ground terms --provision No_3 --explanation x')).not.toContain('WARNING');
  });

  it('says that the legal basis bounds a demand that asks for more than it allows', async () => {
    const items = [{ url: `${TRACKS}/1`, territories: ['US'] }];
    const caseId = await claimed({ ...THREE, items, legalBasis: 'IN_GRIEVANCE' });
    const { out } = await made.writ(`case decide ${caseId} --outcome restrict ${WHY} --dry-run`);
    expect(out).toMatch(/in IN +the default of the legal basis, since the demand asks for more than that allows$/m);
  });

  it('says what the content is about, by one of the categories of the Transparency Database', async () => {
    const caseId = await claimed();
    const decide = `case decide ${caseId} --outcome restrict ${WHY}`;
    const wrong = await made.writ(`${decide} --category theft`);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('--category takes animal-welfare');
    expect((await made.writ(`${decide} --category illegal-or-harmful-speech`)).code).toBe(0);
    expect(recorded(caseId).ground).toMatchObject({ category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH' });
  });

  it('goes further or less far where it is told to', async () => {
    const caseId = await claimed();
    const wide = `case decide ${caseId} --outcome restrict ${WHY} --components all --territories DE,AT --dry-run`;
    expect((await made.writ(wide)).out).toBe(
      'item-1  disable  the whole item in AT DE  as named here\nNothing was sent.\n',
    );
    expect((await made.writ(`${wide} --lang de`)).out).toContain('sperren  der ganze Inhalt in AT DE');
    expect(JSON.parse((await made.writ(`${wide} --json`)).out)).toMatchObject({ items: [{ components: [] }] });
    expect(made.world.cases.of(caseId).record.state).toBe('in-review');
  });

  it.each(['--outcome upheld', '--outcome reject --manifestly-unfounded'])(
    'decides a complaint with %s, and asks of any other demand what the law does: nothing such',
    async (how) => {
      const caseId = await claimed();
      const refused = await made.writ(`case decide ${caseId} ${how} --facts It_is_a_quotation.`);
      expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/complaint/) });
      const cases = made.world.cases;
      cases.set(caseId, { legalBasis: 'DSA_ART20' });
      const { code, out } = await made.writ(`case decide ${caseId} ${how} --facts It_is_a_quotation.`);
      expect([code, out]).toEqual([0, expect.stringContaining(how.split(' ')[1] ?? '')]);
      const unfounded = how.includes('unfounded') ? true : undefined;
      expect(cases.of(caseId).rows.get(`DECISION#${caseId}.d1`)).toMatchObject({
        effect: how.includes('upheld') ? 'uphold' : 'none',
        ...(unfounded && { manifestlyUnfounded: true }),
      });
    },
  );

  it('leaves no item alone without being told to', async () => {
    const caseId = await claimed(THREE);
    const line = `case decide ${caseId} --outcome restrict ${WHY} --items item-2`;
    const refused = await made.writ(line);
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('leaves out item-1, item-3.') });
    const { code, out } = await made.writ(`${line} --others none --others-reason Quoted_lawfully.`);
    expect(code).toBe(0);
    expect(out).toMatch(/^item-1, item-3 +none +Quoted lawfully\. +left as it is$/m);
    expect(recorded(caseId).items).toMatchObject([
      { itemId: 'item-2', action: 'disable' },
      { itemId: 'item-1', action: 'none', reason: 'Quoted lawfully.' },
      { itemId: 'item-3', action: 'none', reason: 'Quoted lawfully.' },
    ]);
  });

  it('says that nothing is done to what was not found', async () => {
    const caseId = await claimed(THREE);
    const key = `${caseId}/case/items`;
    const kept = JSON.parse(made.world.documents.kept.get(key) ?? '[]') as object[];
    made.world.documents.kept.set(key, JSON.stringify([kept[0], kept[1], { ...kept[2], known: false }]));
    const { out } = await made.writ(`case decide ${caseId} --outcome restrict ${WHY}`);
    expect(out).toMatch(/^item-3 +none +not on the platform$/m);
  });

  it('promises no restriction of what was not found, before anything is sent', async () => {
    const caseId = await claimed();
    const key = `${caseId}/case/items`;
    const [kept] = JSON.parse(made.world.documents.kept.get(key) ?? '[]') as object[];
    made.world.documents.kept.set(key, JSON.stringify([{ ...kept, reference: null }]));
    const line = `case decide ${caseId} --outcome restrict ${WHY} --dry-run`;
    expect(await made.writ(line)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('Nothing can be restricted: not located on the platform: item-1. Decide already-un'),
    });
    const named = await made.writ(`${line} --items item-1`);
    expect(named.out).toContain('WARNING: not located on the platform: item-1. The decision is refused unless');
    expect((await made.writ(`${line} --items item-1 --lang de`)).out).toContain('WARNUNG: nicht auf der Plattform');
  });

  it('confirms what was done first as it stands', async () => {
    const caseId = await made.inReview();
    const shown = JSON.parse((await made.writ(`case show ${caseId} --json`)).out) as CaseView;
    const view = { ...shown, actFirst: true, items: [{ ...shown.items[0]!, effects: { DE: 'proven' as const } }] };
    const decision = decisionFrom({ outcome: 'restrict' }, view);
    expect(decision).toMatchObject({ body: { outcome: 'restrict', items: [] }, items: null, confirms: true });
    expect(describeChoice(decision, 'en')).toEqual(['What a rule decided is confirmed as it stands.']);
    expect(decisionFrom({ outcome: 'restrict', territories: 'DE' }, view)).toMatchObject({ confirms: false });
  });

  it('confirms by a rejection what a rule left as it is, without further words', async () => {
    const caseId = await claimed();
    await made.writ(`case decide ${caseId} --outcome reject --explanation Quoted_lawfully.`);
    const shown = JSON.parse((await made.writ(`case show ${caseId} --json`)).out) as CaseView;
    const ruled = { ...shown, decision: { ...shown.decision!, decidedByRule: true } };
    expect(decisionFrom({ outcome: 'reject' }, ruled)).toMatchObject({ body: { outcome: 'reject' }, confirms: true });
    expect(decisionFrom({ outcome: 'duplicate' }, ruled)).toMatchObject({ confirms: false });
    expect(decisionFrom({ outcome: 'reject' }, shown)).toMatchObject({ confirms: false });
  });

  it('tells who has to answer next', async () => {
    const caseId = await claimed();
    const { out } = await made.writ(`case decide ${caseId} --outcome restrict ${WHY} --territories WORLD`);
    expect(out).toContain(`writ case approve ${caseId} --verdict approve|return|cancel --reason <text>`);
  });

  it('tells in German what became of it', async () => {
    const caseId = await made.inReview();
    const claim = (await made.writ(`case claim ${caseId} --lang de`)).out;
    expect(claim).toMatch(/^Übernahme: \S+\nGilt bis: 2026-10-05T08:10:00\.000Z\n$/);
    const decide = `case decide ${caseId} --outcome restrict ${WHY} --territories WORLD --lang de`;
    expect((await made.writ(decide)).out.split('\n').slice(0, 6)).toEqual([
      `Fall: ${caseId}`,
      `Entscheidung: ${caseId}.d1`,
      'Ergebnis: beschränken',
      'Wirkung: Beschränkungen werden eingerichtet',
      'Stand: wartet auf Freigabe',
      'Zweite Person: erforderlich',
    ]);
    const approve = `case approve ${caseId} --verdict cancel --reason x --lang de`;
    expect((await made.writ(approve, { WRIT_TOKEN: 'lead:lea' })).out).toMatch(
      /Antwort: verworfen\nStand: in Prüfung\n$/,
    );
  });

  it('discloses on a demand for information, and whoever approves that hands over', async () => {
    const order = { ...ORDER, legalBasis: 'DSA_ART10' };
    const { caseId } = (await made.world.call('POST', '/v1/orders', { body: order, token: AUTHORITY })).body;
    made.world.bringToReview(caseId);
    const [counsel, lead] = [{ WRIT_TOKEN: 'counsel:cora' }, { WRIT_TOKEN: 'lead:lea' }];
    await made.writ(`case claim ${caseId}`, counsel);
    const line = `case decide ${caseId} --outcome disclosed --package PKG-7 --data subscriber,traffic`;
    expect((await made.writ(line, counsel)).err).toContain('--outcome disclosed needs --channel.');
    const whole = `${line} --channel authority-portal --sha256 ${'ab'.repeat(32)}`;
    expect((await made.writ(whole, counsel)).out).toContain('--handed-over-at <RFC 3339>');
    expect((await made.writ(`case approve ${caseId} --reason x`, lead)).err).toContain('handOver');
    const at = '2026-10-05T08:00:00Z';
    const approved = await made.writ(`case approve ${caseId} --reason x --handed-over-at ${at}`, lead);
    expect(approved.out).toContain('state: notifying');
    const told = (await made.writ(`case show ${caseId} --lang de`, lead)).out;
    expect(told).toMatch(/Datenpaket +PKG-7\n +Daten +Teilnehmerdaten, Verkehrsdaten\n/);
    expect(told).toMatch(/Übergeben +2026-10-05T08:00:00\.000Z/);
  });

  it('tells who holds the case', async () => {
    const caseId = await claimed();
    const other = await made.writ(`case decide ${caseId} --outcome reject --facts x`, { WRIT_TOKEN: 'counsel:cy' });
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining('sam holds it until 2026-10-05T08:10') });
  });

  it('names the item that cannot be restricted', async () => {
    const caseId = await claimed(THREE);
    const key = `${caseId}/case/items`;
    const kept = JSON.parse(made.world.documents.kept.get(key) ?? '[]') as object[];
    made.world.documents.kept.set(key, JSON.stringify([kept[0], { ...kept[1], reference: null }]));
    const line = `case decide ${caseId} --outcome restrict ${WHY} --items item-1,item-2`;
    expect((await made.writ(line)).err).toContain('items.1 (item-2): item-2 was not found on the platform');
  });

  it.each([
    ['--facts a --explanation b --outcome reject', '--explanation needs --provision when there are --facts'],
    ['--explanation b --outcome restrict', '--explanation needs --provision'],
    ['--provision x --outcome restrict', '--provision needs --explanation'],
    ['--ground terms --outcome reject --facts x', '--ground needs --provision'],
    [`--ground moral --outcome restrict ${WHY}`, '--ground takes illegal, terms; not "moral"'],
    ['--facts x', '--outcome is missing: restrict, reject'],
    ['--outcome refused --facts x --package p', '--package belongs to --outcome disclosed'],
    [
      '--outcome delete',
      '--outcome takes restrict, reject, duplicate, already-unavailable, disclosed, refused, upheld; not "delete"',
    ],
    [`--outcome restrict ${WHY} --action none`, '--action takes disable, remove'],
    [`--outcome restrict ${WHY} --items item-9`, 'The case has no item-9; its items are item-1.'],
    [`--outcome restrict ${WHY} --items ,`, 'A list is empty'],
    [`--outcome restrict ${WHY} --others label`, '--others takes none, not "label"'],
    [`--outcome restrict ${WHY} --others-reason x`, 'give --others none as well'],
    [`--outcome restrict ${WHY} --components sound`, '--components takes all, or some of audio, title'],
    [`--outcome restrict ${WHY} --territories XX`, 'items.0.territories.0 (XX): the two-letter code of a country'],
    ['--outcome reject --facts x --territories DE', '--territories belongs to --outcome restrict'],
    ['--outcome reject --facts x --duplicate-of case-1', '--duplicate-of belongs to --outcome duplicate'],
    ['--outcome reject --facts x --protected-speech', '--protected-speech belongs to --outcome restrict'],
    ['--outcome upheld --facts x --manifestly-unfounded', '--manifestly-unfounded belongs to --outcome reject'],
    ['--file decision.json --facts x', '--facts goes into the file'],
    ['--file decision.json --protected-speech', '--protected-speech goes into the file'],
  ])('drops nothing silently: %s', async (flags, sentence) => {
    const caseId = await claimed();
    const { code, out, err } = await made.writ(`case decide ${caseId} ${flags}`);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
    expect(made.world.cases.of(caseId).record.state).toBe('in-review');
  });

  it('takes a whole decision from a file', async () => {
    const caseId = await claimed();
    const file = join(mkdtempSync(join(tmpdir(), 'writ-cli-')), 'decision.json');
    writeFileSync(file, JSON.stringify({ outcome: 'reject', facts: 'Zitatrecht' }));
    expect((await made.writ(`case decide ${caseId} --file ${file}`)).out).toContain('state: notifying');
    expect(recorded(caseId).facts).toBe('Zitatrecht');
  });
});
