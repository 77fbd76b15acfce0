import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../domain/reading/read-message.ts';
import * as messages from './messages.ts';

function roles(text: string) {
  const { items, works, unclear } = readMessage(text);
  return {
    items: items.map(({ url, certainty }) => `${url} ${certainty}`),
    works: works.map(({ url }) => url),
    unclear: unclear.map(({ url }) => url),
  };
}

const TRACK = 'https://writ.example/tracks/trk-1';
const OWN = 'https://label.example/song';

describe('the roles of addresses in a form', () => {
  it.each([
    ['in bold', messages.FORM_NOTICE],
    ['in plain lines', messages.PLAIN_FORM],
    ['in a quotation that is answered in between', messages.FORM_NOTICE.replaceAll(/^(\*\*.*)$/gm, '> $1')],
  ])('are told by its questions, set %s', (_, text) => {
    expect(roles(text)).toEqual({
      items: [1, 2, 3].map((number) => `https://writ.example/tracks/trk-900${number} sure`),
      works: ['https://label.example/nachtzug'],
      unclear: [],
    });
  });

  it('are told by its questions, broken over lines', () => {
    const text = messages.FORM_NOTICE.replace('If possible, include', '\nIf possible, include').replace(
      'Please provide URLs for',
      '\nPlease provide URLs for',
    );
    expect(roles(text)).toEqual(roles(messages.FORM_NOTICE));
  });

  it('are told by the other questions of a later form', () => {
    const text = `**If the original work referenced above is available online, please provide a URL.**

${OWN}

**Identify only the specific file URLs within the collection that is infringing:**

${TRACK}

**Does your claim involve content on this site or another?**

https://writ.example/about`;
    expect(roles(text)).toEqual({ items: [`${TRACK} sure`], works: [OWN], unclear: [] });
  });

  it('are told by a question with its answer in the same line', () => {
    const text = `**What files should be taken down?** ${TRACK}\n**Original work:** ${OWN}`;
    expect(roles(text)).toEqual({ items: [`${TRACK} sure`], works: [OWN], unclear: [] });
  });

  it('are left to a person where the question for the places was answered without an address', () => {
    const text = messages.FORM_NOTICE.replaceAll(/https:\/\/writ\.example\S*/g, 'all of it');
    expect(roles(text)).toEqual({ items: [], works: [], unclear: ['https://label.example/nachtzug'] });
  });

  it.each([
    ['that is called the claimant’s own below the question for the places', `Original: ${OWN}\nCopy: ${TRACK}`],
    ['that stands below both questions', `${TRACK}\n${OWN}`],
  ])('are uncertain for an address %s', (_, answer) => {
    const text = `**Please describe the original copyrighted work.**\n\n${OWN}\n\n**What files should be taken down?**\n\n${answer}`;
    expect(roles(text).items.toSorted()).toEqual([`${OWN} uncertain`, `${TRACK} sure`]);
  });

  it.each([
    ['in bold', `**${TRACK}?play=1**`],
    ['below a short bold line', `**Album one**\n\n${TRACK}?play=1`],
  ])('hold for an address %s', (_, answer) => {
    const text = `**What files should be taken down?**\n\n${answer}\n\n**Anything else?**\n\n${OWN}`;
    expect(roles(text)).toEqual({ items: [`${TRACK}?play=1 sure`], works: [], unclear: [] });
  });

  it('never take the works of a question that speaks of infringement for the places', () => {
    const text = `**Describe the copyrighted content that you allege has been infringed**\n\n${OWN}\n\n**Which pages are infringing?**\n\n${TRACK}`;
    expect(roles(text)).toEqual({ items: [`${TRACK} sure`], works: [OWN], unclear: [] });
  });

  it('leave out what is only cited in an answer to another question', () => {
    expect(JSON.stringify(roles(messages.FORM_NOTICE))).not.toContain('impressum');
  });
});

describe('the roles of addresses in a letter', () => {
  it.each([
    ['labels before', `Original work: ${OWN}\nInfringing URL: ${TRACK}`],
    ['labels above', `Our original song:\n${OWN}\n\nInfringing links:\n- ${TRACK}`],
    ['labels above, the places first', `Infringing material\n\n1) ${TRACK}\n\nOfficial website\n\n${OWN}`],
    ['a sentence', `The file at the unauthorized location ${TRACK} is a copy of ${OWN}.`],
    ['a table', `| Original work | ${OWN} |\n| Infringing URL | ${TRACK} |`],
    ['German labels', `Originalwerk: ${OWN}\nRechtsverletzender Inhalt: ${TRACK}`],
    ['German labels above', `Unser Werk:\n${OWN}\n\nBitte löschen Sie folgende Inhalte:\n${TRACK}`],
    [
      'numbered steps',
      `1) Identify the copyrighted work you believe has been infringed;\n${OWN}\n2) Identify the material that you allege is infringing the copyrighted work listed above;\n${TRACK}`,
    ],
  ])('are told by %s', (_, text) => {
    expect(roles(`I request a DMCA takedown.\n\n${text}\n`)).toMatchObject({
      items: [expect.stringMatching(new RegExp(`^${TRACK} (?:likely|sure)$`))],
      works: [OWN],
      unclear: [],
    });
  });

  it.each([
    ['a table with a head', `| Infringing | Original |\n|---|---|\n| ${TRACK} | ${OWN} |\n| ${TRACK}2 | ${OWN}2 |`],
    [
      'a list that names the work beside each',
      `Stolen copies of our songs:\n${TRACK} (original: ${OWN})\n${TRACK}2 (original: ${OWN}2)`,
    ],
    [
      'a list of copies and one of works',
      `Infringing pages:\n1. ${TRACK}\n\n2. ${TRACK}2\n\nOur originals:\n${OWN}\n${OWN}2`,
    ],
  ])('are told by %s', (_, text) => {
    expect(roles(`This is a DMCA takedown.\n\n${text}`)).toEqual({
      items: [`${TRACK} likely`, `${TRACK}2 likely`],
      works: [OWN, `${OWN}2`],
      unclear: [],
    });
  });

  it.each([
    [`The podcast ${TRACK} tells lies about me, please remove it.`],
    [`Der Kommentar ${TRACK} beleidigt mich, bitte löschen.`],
    [`Please see to it: ${TRACK} must be removed.`],
  ])('are uncertain where only the rest of the sentence tells them: %s', (text) => {
    expect(roles(text)).toEqual({ items: [`${TRACK} uncertain`], works: [], unclear: [] });
  });

  it.each([
    [`Somebody took my song. ${OWN} was stolen, please delete the copies.`],
    [`See ${OWN}. Works list:\nURLs:\n${OWN}2\nThis is illegal, remove it.`],
  ])('are no items where something was done to them, or nothing says what a list is: %s', (text) => {
    expect(roles(text).items).toEqual([]);
  });

  it('are left to a person in an order that says nothing of them', () => {
    const text = `Amtsgericht Musterstadt, Az. 5 C 1/26\nBeschluss: Es wird Auskunft angeordnet.\nNutzer: ${TRACK}`;
    expect(roles(text)).toEqual({ items: [], works: [], unclear: [TRACK] });
  });

  it('are unclear where nothing introduces them', () => {
    expect(roles(`This infringes my copyright, take it down.\n\nThank you.\n\nBye.\n\nSam.\n${TRACK}`)).toEqual({
      items: [],
      works: [],
      unclear: [TRACK],
    });
  });

  it('are never items where the words say that the claimant owns them', () => {
    const text = `This is a DMCA notice. Proof that the content being infringed is owned by us is available at the following links:\n\n${OWN}`;
    expect(roles(text)).toEqual({ items: [], works: [OWN], unclear: [] });
  });

  it('are taken from what it repeats only where it names none itself', () => {
    const quoted = `> Infringing URL: ${TRACK}\n> Original work: ${OWN}`;
    expect(roles(`This infringes my copyright, please remove it.\n\nOn 1 May 2026 I wrote:\n${quoted}`).items).toEqual([
      `${TRACK} likely`,
    ]);
    expect(roles(`Infringing URL: ${TRACK}2\n\nOn 1 May 2026 I wrote:\n${quoted}`).items).toEqual([`${TRACK}2 likely`]);
  });

  it.each([
    ['On Sat, 2 May 2026 at 10:12, Northwind <a@b.example> wrote:'],
    ['On Sat, 2 May 2026 at 10:12, Northwind Records of Springfield\nwrote:'],
    ['Am 2. Mai 2026 um 10:12 schrieb Northwind:'],
    ['-----Ursprüngliche Nachricht-----'],
    ['---------- Forwarded message ---------'],
    ['Von: Northwind\nGesendet: Samstag, 2. Mai 2026 10:12'],
  ])('are not taken from below "%s" where the message names one itself', (head) => {
    const text = `Infringing URL: ${TRACK}\n\n${head}\n\nInfringing URL: ${TRACK}2\n`;
    expect(roles(text).items).toEqual([`${TRACK} likely`]);
  });

  it('leave out another message that is only cited', () => {
    const text = `I hereby retract my takedown notice posted at https://archive.example/notices/1. Please restore ${TRACK}.`;
    expect(roles(text)).toEqual({ items: [`${TRACK} uncertain`], works: [], unclear: [] });
  });
});
