import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../domain/reading/read-message.ts';

const URL = 'https://writ.example/tracks/trk-1';
const STATEMENTS = `I have a good faith belief that the use is not authorized by the copyright owner, its agent, or the law. I swear, under
penalty of perjury, that I am the copyright owner, or am authorized to act on behalf of the owner, of an exclusive right that
is allegedly infringed.`;
const ANSWER = `I swear, under penalty of perjury, that the material was removed as a result of a mistake or misidentification. I consent to
the jurisdiction of the Federal District Court and will accept service of process.`;

describe('the kind of a message', () => {
  it.each([
    ['withdrawal', `I would like to retract my takedown request for ${URL}, we found an agreement.`],
    ['withdrawal', `Please cancel our DMCA notice of last week. ${URL}`],
    ['withdrawal', `We accidentally reported the official page ${URL}. Sorry!`],
    ['withdrawal', `Our notice was sent in error. Kindly restore ${URL}`],
    ['withdrawal', `I hereby retract the counter-notification that I submitted for ${URL}.`],
    ['withdrawal', `Please re-enable ${URL}, the uploader now has a licence from us.`],
    ['withdrawal', `Unsere Meldung hat sich erledigt, wir nehmen den Antrag zurück. ${URL}`],
    ['withdrawal', `Wir haben den Titel versehentlich gemeldet. Bitte ${URL} wieder freischalten.`],
    ['withdrawal', `The notice about ${URL} is withdrawn as of today.`],
    [
      'notice',
      `I withdraw my consent and request that you delete the picture ${URL}, it shows me and violates my rights.`,
    ],
    [
      'notice',
      `Ich widerrufe meine Einwilligung und stelle den Antrag, ${URL} zu löschen, das verletzt mein Recht am Bild.`,
    ],
    ['notice', `We revoke the license and request removal of ${URL}, which infringes our rights.`],
    ['counter-notice', `Re: counter notice for ${URL}\n\n${ANSWER}`],
    ['counter-notice', `The notice is abusive, and we request that it be withdrawn. ${URL}\n\n${ANSWER}`],
    ['counter-notice', `My repository ${URL} was wrongfully taken down. I dispute the takedown.`],
    ['counter-notice', `Ich widerspreche der Sperrung von ${URL}, sie erfolgte zu Unrecht.`],
    ['counter-notice', `${ANSWER}\n\nThe notice said: remove ${URL}.\n\n${STATEMENTS}`],
    ['notice', `Please remove ${URL}.\n\n${STATEMENTS}`],
    ['notice', `We shall answer any counter notice in court. Please remove ${URL}.\n\n${STATEMENTS}`],
    ['notice', `Please disregard my notice of yesterday, this is the complete one for ${URL}.\n\n${STATEMENTS}`],
    [
      'notice',
      `The code was made public by mistake and copied to ${URL}. Please remove it, it infringes our copyright.`,
    ],
    ['notice', `A court order against the uploader is attached. Remove ${URL}.\n\n${STATEMENTS}`],
    ['notice', `Der Kommentar ${URL} ist eine Beleidigung, bitte löschen.`],
    [
      'notice',
      `In unserem Auftrag: ${URL} verletzt das Urheberrecht unserer Mandantin, wir fordern Sie zur Löschung auf.`,
    ],
    [
      'order',
      `Das Amtsgericht Musterstadt hat am 1.2.2026 beschlossen: Der Beitrag ${URL} ist zu löschen. Az. 5 C 12/26`,
    ],
    ['order', `In the High Court. IT IS HEREBY ORDERED that the respondent remove ${URL}. Case No. 12/2026`],
    ['order', `Bundeskriminalamt: Entfernungsanordnung gemäß Artikel 3 der Verordnung (EU) 2021/784 zu ${URL}`],
    ['other', 'Where can I read your terms? Thank you.'],
    ['other', 'Wie lade ich ein Bild hoch? Danke!'],
    ['other', 'What does copyright mean?'],
  ])('is %s: %s', (kind, text) => {
    expect(readMessage(text).kind.value).toBe(kind);
  });

  it('is uncertain where little tells it', () => {
    expect(readMessage(`Please re-enable ${URL}.`).kind.certainty).toBe('uncertain');
    expect(readMessage('Thank you.').kind).toEqual({ value: 'other', certainty: 'uncertain', passages: [] });
  });
});

describe('the legal basis of a message', () => {
  it.each([
    ['US_DMCA_512', 'This is a DMCA notice.'],
    ['US_TIDA', 'I ask you to remove this intimate picture under the TAKE IT DOWN Act.'],
    ['GDPR_ART17', 'Ich verlange die Löschung meiner Daten nach Art. 17 DSGVO.'],
    ['EU_TM', 'The listing infringes our registered trade mark.'],
    ['UK_DEF_S5', 'Notice of complaint under section 5 of the Defamation Act 2013: the post is false, remove it.'],
    ['DE_URHDAG_14', 'Beschwerde nach § 14 UrhDaG: Die Sperrung verletzt meine Rechte, bitte entfernen.'],
    ['DSA_ART16', 'This picture is illegal, please delete it.'],
    ['TERMS', 'The comment violates your community guidelines, please delete it.'],
  ])('of a notice is %s: %s', (legalBasis, text) => {
    expect(readMessage(`${text} ${URL}`, { kind: 'notice' }).legalBasis.value).toBe(legalBasis);
  });

  it.each([
    ['DSA_ART9', 'Anordnung nach Art. 9 DSA'],
    ['DSA_ART10', 'Order under Article 10 of the Digital Services Act'],
    ['EU_TCO_ART3', 'Removal order, Regulation (EU) 2021/784'],
    ['EU_EEVIDENCE', 'European Production Order'],
    ['AU_OSA', 'eSafety Commissioner, Online Safety Act 2021'],
    ['COURT_ORDER', 'Beschluss des Landgerichts Musterstadt'],
  ])('of an order is %s: %s', (legalBasis, text) => {
    expect(readMessage(text, { kind: 'order' }).legalBasis.value).toBe(legalBasis);
  });

  it.each([
    ['US_DMCA_512', 'other', 'Who is your DMCA agent?'],
    [null, 'withdrawal', 'We take it back.'],
    ['DSA_ART9', 'order', 'Remove it at once.'],
    ['US_DMCA_512', 'counter-notice', 'I object.'],
  ] as const)('is %s, uncertain, for a message of kind %s: %s', (legalBasis, kind, text) => {
    expect(readMessage(text, { kind }).legalBasis).toMatchObject({ value: legalBasis, certainty: 'uncertain' });
  });

  it('is uncertain where no law is named', () => {
    expect(readMessage(`Please delete this. ${URL}`, { kind: 'notice' }).legalBasis.certainty).toBe('uncertain');
  });
});
