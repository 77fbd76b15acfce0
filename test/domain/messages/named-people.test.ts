import { describe, expect, it } from 'vitest';
import { findLeaks } from '#domain/messages/find-leaks';
import { noticeSheet } from './fact-sheets.ts';

function found(name: string, text: string): boolean {
  const sheet = noticeSheet({ sender: { ...noticeSheet().sender!, name, signature: 'signature' } });
  return findLeaks({ subject: '', text }, sheet, 'uploader').some(({ field }) => field === 'sender.name');
}

const PLAIN = 'It says that Quirina Zeisig is a thief.';

describe('the people of a name field', () => {
  it.each([
    'Quirina Zeisig, LL.M.',
    'Quirina Zeisig (Rechtsanwältin)',
    'Quirina Zeisig & Partner',
    'Quirina Zeisig Esq.',
    'Quirina Zeisig PhD',
    'Quirina Zeisig, Ph.D.',
    'Quirina Zeisig B.A.',
    'Quirina Zeisig Jr.',
    'Quirina Zeisig, M.Sc. (Oxon)',
    'Quirina Zeisig on behalf of Example Ltd',
    'Quirina Zeisig for Example Ltd',
    'Quirina Zeisig im Auftrag der Beispiel GmbH',
    'Beispiel GmbH i. V. Quirina Zeisig',
    'Example Ltd, represented by Quirina Zeisig',
    'Quirina Zeisig/Example Ltd',
    'Quirina Zeisig 1977',
    'Quirina Zeisig - Example',
    'Quirina Zeisig GmbH',
    'Kanzlei Quirina Zeisig',
    'Zeisig, Quirina',
    'Zeisig, Dr. Quirina',
    'Rechtsanwältin Quirina Zeisig',
    'Rechtsanwältin Dr.Quirina Zeisig',
    'Solicitor Quirina Zeisig',
    'Lady Quirina Zeisig',
    'Mag. Quirina Zeisig',
    'Dipl.-Ing. Quirina Zeisig',
    'Dr. Dr. h.c. Quirina Zeisig',
    'Quirina-Maria Zeisig',
    'quirina zeisig, ll.m.',
    'QUIRINA ZEISIG, LL.M.',
    'quirina zeisig LL.M.',
    'Quirina zeisig, LL.M.',
    'quirina zeisig on behalf of Example Ltd',
    'Quirina Zeisig <quirina@post.example>',
    'Quirina Zeisig Berlin',
    'One Two Three Four Five Six Quirina Zeisig',
    'Quirina\u{e0041} Zeisig, LL.M.',
  ])('are found whatever stands beside their names: %s', (name) => {
    expect(found(name, PLAIN)).toBe(true);
    expect(found(name, 'It says that Frau Dr. Zeisig is a thief.')).toBe(true);
    expect(found(name, 'It says that somebody is a thief.')).toBe(false);
  });

  it.each([
    'Quirina_Zeisig',
    'Quirina/Zeisig',
    'Quirina (Zeisig)',
    'Quirina|Zeisig',
    'Quirina·Zeisig',
    'Quirina+Zeisig',
    'Quirina:Zeisig',
    'Quirina*Zeisig',
    'Quirina~Zeisig',
    'Quirina "Zeisig"',
    '„Quirina“ ‚Zeisig‘',
    'Quirina ʼZeisigʼ',
    'Quirina 🦊 Zeisig',
    'Quirina Maria Zeisig',
    'Quirina M. Zeisig',
    'Doctor Zeisig',
    'Dr Zeisig',
    'Frau Zeisig',
    'Frau Prof. Dr. Zeisig',
    'Dr. h.c. Zeisig',
    'Rechtsanwältin Zeisig',
    'Dr Q Zeisig',
    'Q Zeisig',
    'Q. Zeisig',
    'Zeisig, Q.',
    'Zeisig/Quirina',
    "Quirina Zeisig's",
    'Quirina_Zeisigs',
    'Quirina&#95;Zeisig',
    'Quirina&#x5f;Zeisig',
    'Quirina&#0095Zeisig',
    'Quirina&lowbar;Zeisig',
    'Quirina&nbsp;Zeisig',
    'Qui&shy;rina Zeisig',
    'Quirina%5FZeisig',
    'Quirina%26%2395;Zeisig',
    'Qu\u{e0041}irina Zei\ufe0fsig',
    'Qui\u180erina Zeisig',
    'Qui\u3164rina Zeisig',
    'Qui\u00adrina Zei\u00adsig',
    'Qui\u2800rina Zeisig',
    'Quirina\u2800Zeisig',
    'Quirina\u3164Zeisig',
    'Qui\u034frina Zeisig',
    'Qui\u20ddrina Zeisig',
  ])('are found in the spelling %s', (spelling) => {
    expect(found('Dr. Quirina Zeisig', `It says that ${spelling} is a thief.`)).toBe(true);
  });

  it.each([
    ['Jo Li, LL.M.', 'Jo\u3164Li and others'],
    ['Anna Richter', 'Anna_Richter'],
    ['Jürgen Großmann, LL.M.', 'Juergen/Grossmann'],
    ['J&uuml;rgen M', 'J&uuml;rgen M'],
    ['Maria von der Aue, LL.M.', 'Frau/von der_Aue'],
    ["Seán O'Brien (Solicitor)", 'Sean_O’Brien'],
  ])('are found by the name %s as %s', (name, spelling) => {
    expect(found(name, `So says ${spelling}.`)).toBe(true);
  });

  it.each([
    ['Dr. Quirina Zeisig', 'Zeisig ist ein Vogel, und Quirina heißt ein Lied; Quirina und Zeisig sind Wörter.'],
    ['Music Rights Ltd', 'The music rights to this song are disputed, and the music and its rights too.'],
    ['Brand Protection Services GmbH', 'Our brand protection services are no defence.'],
    ['The Law Firm', 'The law of Germany applies to a firm.'],
    ['this song is a work of mine and my own', 'This song is a work of somebody else, and not their own.'],
    ['Anna Wood', 'There is a wood in the picture, and I would say wood is what it shows.'],
    ['Kanzlei Beispiel', 'Das ist zum Beispiel eine Kanzlei zum Beispiel.'],
    ['Rights & Media Group, Berlin', 'The rights of the media group in Berlin.'],
  ])('are not taken for common words: %s', (name, text) => {
    expect(found(name, text)).toBe(false);
  });
});
