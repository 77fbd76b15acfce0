import type { EN_HEARING } from './en-hearing.ts';

/** German sentences of a hearing: to those who are heard, and to the one who asked. */
export const DE_HEARING = {
  'hearing.subject.notice': 'Bitte um Stellungnahme: Beschwerde über Ihren Inhalt ({reference})',
  'hearing.subject.proposal': 'Bitte um Stellungnahme, bevor wir Ihren Inhalt beschränken ({reference})',
  'hearing.intro.notice':
    'bei uns ist eine Beschwerde über einen Inhalt eingegangen, den Sie auf unserem Dienst veröffentlicht haben. Bevor etwas entschieden wird, geben wir Ihnen Gelegenheit zur Stellungnahme. Bis dahin bleibt der Inhalt abrufbar.',
  'hearing.intro.proposal':
    'wir beabsichtigen, einen Inhalt zu beschränken, den Sie auf unserem Dienst veröffentlicht haben. Zuvor nennen wir Ihnen unsere Gründe und geben Ihnen Gelegenheit zur Stellungnahme. Bis dahin bleibt der Inhalt abrufbar.',
  'hearing.basis': 'Die Beschwerde stützt sich auf diese Rechtsgrundlage: {legalBasis}.',
  'hearing.complaint': 'In der Beschwerde heißt es:',
  'hearing.complaint.explanation': 'Warum sie sich gegen den Inhalt richtet:',
  'hearing.complaint.meaning': 'Was der Inhalt bedeuten soll:',
  'hearing.complaint.inaccuracies': 'Was daran falsch sein soll:',
  'hearing.sender': 'Die Beschwerde stammt von {senderName}, {senderEmail}.',
  'hearing.sender-name': 'Die Beschwerde stammt von {senderName}.',
  'hearing.intended': 'Das beabsichtigen wir:',
  'hearing.intended.disable': 'Wir würden den Zugang dazu sperren.',
  'hearing.intended.remove': 'Wir würden ihn entfernen.',
  'hearing.intended.age-restrict': 'Wir würden ihn nur Erwachsenen zugänglich machen.',
  'hearing.intended.demote': 'Wir würden ihn in Suchergebnissen und Empfehlungen weniger sichtbar anzeigen.',
  'hearing.intended.mute': 'Wir würden seinen Ton stummschalten.',
  'hearing.intended.label': 'Wir würden ihn mit einem Hinweis versehen.',
  'hearing.intended.none': 'Wir würden keine Maßnahme gegen ihn ergreifen.',
  'hearing.reasons': 'Das sind unsere Gründe:',
  'hearing.until': 'Wir warten auf Ihre Antwort bis {until}.',
  'hearing.silence.restrict':
    'Ist bis dahin keine Antwort eingegangen, die wir berücksichtigen können, sperren wir den Zugang zu dem Inhalt.',
  'hearing.silence.keep': 'Ist bis dahin keine Antwort eingegangen, bleibt der Inhalt bestehen.',
  'hearing.silence.decide-without': 'Ist bis dahin keine Antwort eingegangen, entscheidet ein Mensch ohne sie.',
  'hearing.needs':
    'Stimmen Sie zu, sperren wir den Zugang zu dem Inhalt. Widersprechen Sie, verlangt das Gesetz Ihren Namen und Ihre Postanschrift; fehlt eines davon, gilt Ihre Antwort als nicht gegeben. Bitte teilen Sie auch mit, ob wir beides an die beschwerdeführende Person weitergeben dürfen: Ohne Ihre Einwilligung tun wir es nicht.',
  'hearing.how':
    'Bitte antworten Sie über unsere Schnittstelle: POST {answerUrl}, mit dem unten genannten Zugangstoken, als JSON. "position" lautet "consent", wenn der Inhalt entfernt werden darf, oder "objection", wenn er bestehen bleiben soll; "explanation", "name", "postalAddress" und "passOnDetails" (true oder false) fügen Sie hinzu, wo Sie es möchten oder es nötig ist.',
  'hearing.token': 'Zugangstoken (nur für Sie; bitte nicht weitergeben): {accessToken}',
  'hearing-confirmation.subject': 'Ihre Beschwerde wurde der betroffenen Person zugeleitet ({reference})',
  'hearing-confirmation.sent':
    'am {sentAt} haben wir Ihre Beschwerde der Person zugeleitet, die den Inhalt veröffentlicht hat.',
  'hearing-confirmation.hidden': 'Ihr Name und Ihre E-Mail-Adresse wurden nicht weitergegeben.',
  'hearing-confirmation.disclosed': 'Ihr Name und Ihre E-Mail-Adresse wurden weitergegeben.',
  'hearing-confirmation.named': 'Ihr Name wurde weitergegeben, Ihre E-Mail-Adresse nicht.',
  'hearing-confirmation.until': 'Diese Person kann bis {until} antworten.',
  'hearing-confirmation.then':
    'Wir unterrichten Sie über die Antwort oder darüber, dass es keine gab, und was daraus folgt.',
  'hearing-outcome.subject': 'Ihr Inhalt bleibt bestehen ({reference})',
  'hearing-outcome.subject.for-now': 'Ihr Inhalt bleibt vorerst bestehen ({reference})',
  'hearing-outcome.decided':
    'am {decidedAt} wurde entschieden, den Inhalt nicht zu beschränken, zu dem wir Ihnen Gelegenheit zur Stellungnahme gegeben haben.',
  'hearing-outcome.withdrawn':
    'die Beschwerde, zu der wir Ihnen Gelegenheit zur Stellungnahme gegeben haben, wurde zurückgenommen.',
  'hearing-outcome.stays-until-looked-at':
    'Gegen diesen Inhalt wird zurzeit nichts unternommen. Ein Mensch sieht sich den Fall noch an; entscheidet er anders, so erfahren Sie es von uns:',
  'hearing-outcome.stays': 'Gegen diesen Inhalt wird nichts unternommen; Sie müssen nichts weiter tun:',
  'hearing.result.silence': 'Die Person, die den Inhalt veröffentlicht hat, hat nicht rechtzeitig geantwortet.',
  'hearing.result.incomplete':
    'Die Person, die den Inhalt veröffentlicht hat, hat die Angaben nicht gemacht, die ein Widerspruch braucht.',
  'hearing.result.consent': 'Die Person, die den Inhalt veröffentlicht hat, stimmt der Entfernung zu.',
  'hearing.result.objection': 'Die Person, die den Inhalt veröffentlicht hat, widerspricht der Entfernung.',
  'hearing.result.unreachable': 'Die Person, die den Inhalt veröffentlicht hat, war nicht zu erreichen.',
  'hearing.result.untold': 'Wir konnten die Person, die den Inhalt veröffentlicht hat, nicht unterrichten.',
  'hearing.result.repeat':
    'Die Person, die den Inhalt veröffentlicht hat, wurde nicht gefragt, da die Äußerung Ihrer Meldung zufolge schon früher entfernt wurde.',
  'hearing.result.mixed':
    'Den Inhalt haben mehrere Personen veröffentlicht, die nicht alle in gleicher Weise geantwortet haben.',
  'hearing.posters': 'Mit Einwilligung der betroffenen Person geben wir diese Angaben weiter: {name}, {address}',
  'hearing.posters.withheld':
    'Die betroffene Person willigt nicht darin ein, dass Name und Anschrift an Sie weitergegeben werden.',
} as const satisfies Record<keyof typeof EN_HEARING, string>;
