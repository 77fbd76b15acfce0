import type { CaseView, DeliveryView } from '#domain/api/case-views';
import { OVERTAKEN } from '#domain/overtaken-draft';
import type { Language } from '#domain/party';
import { recipientOf } from '#domain/reports/recipients';
import { reasonInWords, roleInWords } from './code-words.ts';
import { joined } from './joined.ts';
import { fields, indented, section } from './sections.ts';
import { labelsIn } from './show-labels.ts';
import { CHANNELS, DELIVERY_STATES, MESSAGES, PARTIES } from './words.ts';

const HIDDEN = { en: 'Not shown to this role.', de: 'Für diese Rolle nicht sichtbar.' } as const;
const TWICE = {
  en: 'a second identical copy may have left after a crash',
  de: 'nach einem Absturz ging womöglich eine zweite, gleiche Ausfertigung hinaus',
} as const;

/** Who is part of the case, as far as the reader's role may know. */
export function showPeople({ parties, request }: CaseView, language: Language): string[] {
  const title = labelsIn(language)('people');
  if (parties === null) return section(title, [HIDDEN[language]]);
  const calling = request?.kind === 'notice' ? request.submitter.role : null;
  const rows = parties.map(({ role, name, email, country, language: theirs }) => {
    const role_ = role === 'sender' ? calling : null;
    return [PARTIES[role][language], joined([name, role_, country, email, theirs], ', ')] as const;
  });
  return section(title, fields(rows));
}

/** The messages owed: how far each has come, its id, and with whom a parked one lies and why. */
export function showMessages({ deliveries }: CaseView, language: Language): string[] {
  const title = labelsIn(language)('messages');
  if (deliveries === null) return section(title, [HIDDEN[language]]);
  return section(
    title,
    deliveries.flatMap((delivery) => showMessage(delivery, language)),
  );
}

function showMessage(delivery: DeliveryView, language: Language): string[] {
  const label = labelsIn(language);
  const { kind, to, channel, state, deliveredAt, owner, reason, notBefore, possibleDuplicate } = delivery;
  const how = `${CHANNELS[channel][language]}, ${delivery.language}`;
  const stands = joined(
    [reason === OVERTAKEN ? label('setAside') : DELIVERY_STATES[state][language], deliveredAt],
    ' ',
  );
  const rows = fields([
    [label('id'), delivery.deliveryId],
    [label('owner'), owner === null ? null : roleInWords(owner, language)],
    [label('reason'), reason === null ? null : reasonInWords(reason, language)],
    [label('withheldUntil'), notBefore],
    [label('duplicate'), possibleDuplicate ? TWICE[language] : null],
    [label('draft'), delivery.text],
    [label('sentBy'), delivery.sentBy ?? null],
    [label('recipient'), delivery.report === undefined ? null : recipientOf(delivery.report.recipient).name[language]],
    [label('incidentType'), delivery.report?.incidentType ?? null],
    [label('receiverId'), delivery.receiverId ?? null],
    ...entryRows(delivery, language),
  ]);
  return [`${MESSAGES[kind][language]} → ${PARTIES[to][language]} (${how}): ${stands}`, ...indented(rows)];
}

const STORED = { en: 'stored', de: 'gespeichert' } as const;
const UNCONFIRMED = { en: 'stored and unconfirmed', de: 'gespeichert, unbestätigt' } as const;
const REVERSED = {
  en: 'reversed by a later decision; the database takes no change: inform the Commission',
  de: 'durch eine spätere Entscheidung aufgehoben; die Datenbank nimmt keine Änderung an: die Kommission unterrichten',
} as const;

/** How far the statements of an entry in the Transparency Database have come. */
function entryRows({ entry }: DeliveryView, language: Language): (readonly [string, string | null])[] {
  if (entry === undefined) return [];
  const label = labelsIn(language);
  const { itemIds, stored, unconfirmed, outdatedBy } = entry;
  const counts = [
    `${stored}/${itemIds.length} ${STORED[language]}`,
    unconfirmed === 0 ? null : `${unconfirmed} ${UNCONFIRMED[language]}`,
  ];
  return [
    [label('statements'), joined(counts, ', ')],
    [label('outdated'), outdatedBy === null ? null : REVERSED[language]],
  ];
}
