import type { enQuestions } from './en-questions.ts';
import type { Shape } from './shape.ts';

/** What a notice can be about, under which law, and the questions of the form, in German. */
export const deQuestions: Shape<typeof enQuestions> = {
  concerns: {
    'child-abuse': {
      label: 'Sexueller Missbrauch eines Kindes',
      hint: 'Sie können anonym bleiben. Schicken Sie uns keine Bilder.',
    },
    life: {
      label: 'Ein Menschenleben ist in Gefahr',
      hint: 'Rufen Sie auch die Polizei: 112 in der Europäischen Union.',
    },
    illegal: { label: 'Etwas anderes Rechtswidriges', hint: 'Zum Beispiel Volksverhetzung, Drohungen, Betrug' },
    intimate: { label: 'Eine intime Aufnahme ohne Einwilligung', hint: 'Echt oder künstlich hergestellt' },
    reputation: {
      label: 'Unwahres oder Beleidigendes über eine Person',
      hint: 'Beleidigung, üble Nachrede, Verleumdung',
    },
    copyright: {
      label: 'Mein Werk, ohne Erlaubnis genutzt',
      hint: 'Urheberrecht an Musik, Aufnahmen, Texten, Bildern',
    },
    'trade-mark': { label: 'Meine Marke, ohne Erlaubnis genutzt', hint: '' },
    'personal-data': { label: 'Meine personenbezogenen Daten, die gelöscht werden sollen', hint: '' },
    rules: { label: 'Etwas, das gegen die Regeln dieser Plattform verstößt', hint: 'Ob rechtswidrig oder nicht' },
  },
  subjects: {
    'child-abuse': 'Gegenstand: sexueller Missbrauch eines Kindes.',
    life: 'Gegenstand: Lebensgefahr für einen Menschen.',
  },
  laws: {
    DSA_ART16: 'Europäische Union: rechtswidrige Inhalte jeder Art.',
    US_DMCA_512: 'Vereinigte Staaten: behauptete Urheberrechtsverletzung. Sie erklären unter Strafandrohung.',
    DE_URHDAG_14: 'Deutschland: Beschwerde, nachdem ein Inhalt blockiert oder als erlaubte Nutzung zugelassen wurde.',
    US_TIDA: 'Vereinigte Staaten: intime Darstellung, ohne Einwilligung veröffentlicht.',
    UK_OSA_NCII: 'Vereinigtes Königreich: intime Aufnahme.',
    IN_3_2_B: 'Indien: intime oder vortäuschende Darstellung.',
    IN_GRIEVANCE: 'Indien: Beschwerde.',
    UK_DEF_S5: 'England und Wales: verleumderische Äußerung von jemandem, den Sie nicht benennen können.',
    TERMS: 'Unsere eigenen Regeln.',
    EMFA_18: 'Unsere eigenen Regeln, und der Inhalt stammt von einem erklärten Mediendiensteanbieter.',
    GDPR_ART17: 'Europäische Union: Löschung personenbezogener Daten.',
    EU_TM: 'Europäische Union: Marken.',
  },
  questions: {
    items: {
      title: 'Adresse des Inhalts',
      hint: 'Kopieren Sie sie aus der Adresszeile Ihres Browsers oder über „Teilen“, für jeden Inhalt eine.',
      example: 'Zum Beispiel: {{example}}',
    },
    explanation: {
      title: 'Warum ist es rechtswidrig?',
      hint: 'Schreiben Sie, was zu sehen oder zu hören ist, welches Gesetz oder Recht es aus Ihrer Sicht verletzt und was wir zum Zusammenhang wissen sollten.',
      example: 'Zum Beispiel: „Im Refrain (00:43 bis 01:12) ruft der Sänger zu Gewalt gegen … auf.“',
    },
    explanation_GDPR_ART17: {
      title: 'Warum sollen Ihre Daten gelöscht werden?',
      hint: 'Schreiben Sie, um welche Daten es geht und warum Sie die Löschung verlangen.',
      example: 'Zum Beispiel: „In der Folge wird meine Adresse genannt. Ich habe dem nie zugestimmt.“',
    },
    explanation_TERMS: {
      title: 'Was verstößt gegen die Regeln?',
      hint: 'Schreiben Sie, was zu sehen oder zu hören ist und wo.',
      example: 'Zum Beispiel: „Der Kommentar ist Werbung, die hundertmal eingestellt wurde.“',
    },
    explanation_DE_URHDAG_14: {
      title: 'Worüber beschweren Sie sich?',
      hint: 'Begründen Sie Ihre Beschwerde.',
      example: 'Zum Beispiel: „Der Titel nutzt zwei Minuten meiner Aufnahme; das ist keine Parodie.“',
    },
    meaning: {
      title: 'Was bedeutet die Äußerung, wie Sie sie verstehen?',
      hint: '',
      example: 'Zum Beispiel: „Sie sagt, ich hätte meinen Arbeitgeber bestohlen.“',
    },
    inaccuracies: {
      title: 'Was daran ist unwahr oder eine Meinung ohne Tatsachengrundlage?',
      hint: '',
      example: 'Zum Beispiel: „Mir wurde nie ein Diebstahl vorgeworfen; ich habe die Firma 2019 verlassen.“',
    },
    works: {
      title: 'Ihr Werk',
      hint: 'Beschreiben Sie es so, dass wir es erkennen, oder sagen Sie, wo das Original ist.',
      example: 'Zum Beispiel: Tonaufnahme „Nordlicht“, 2019',
    },
    works_EU_TM: {
      title: 'Ihre Marke',
      hint: 'Mit Registernummer, Amt und Schutzgebiet.',
      example: 'Zum Beispiel: „Nordlicht“, EUIPO 018 123 456, Europäische Union',
    },
    earlierCase: {
      title: 'Fallnummer unserer früheren Entscheidung',
      hint: 'Wenn Sie sich über eine Entscheidung von uns beschweren: Dann entscheidet jemand anderes.',
      example: '',
    },
    attachments: {
      title: 'Dateien',
      hint: 'Zum Beispiel ein Gerichtsbeschluss oder ein Nachweis Ihres Rechts. Den Inhalt selbst braucht niemand zu schicken.',
      example: '',
    },
    name: { title: 'Ihr Name', hint: 'Oder der Name der Organisation, für die Sie handeln.', example: '' },
    email: {
      title: 'Ihre E-Mail-Adresse',
      hint: 'Dorthin schicken wir die Eingangsbestätigung, Rückfragen und die Entscheidung.',
      example: 'Zum Beispiel: name@example.org',
    },
    goodFaith: {
      title: 'Ich bin in gutem Glauben davon überzeugt, dass meine Angaben richtig und vollständig sind.',
      hint: '',
      example: '',
    },
    goodFaith_US_DMCA_512: {
      title:
        'Ich bin in gutem Glauben davon überzeugt, dass weder die Inhaberin oder der Inhaber des Rechts, noch ein Vertreter, noch das Gesetz diese Nutzung erlaubt.',
      hint: '',
      example: '',
    },
    accurate: { title: 'Die Angaben in dieser Meldung sind richtig.', hint: '', example: '' },
    authorised: { title: 'Ich darf für die Inhaberin oder den Inhaber des Rechts handeln.', hint: '', example: '' },
    underPenaltyOfPerjury: {
      title:
        'Unter Strafandrohung für Meineid: Ich darf für die Inhaberin oder den Inhaber des Rechts handeln („under penalty of perjury“).',
      hint: 'Wer das wissentlich falsch erklärt, kann sich strafbar machen.',
      example: '',
    },
    affectedPerson: {
      title: 'Ich bin die betroffene Person oder darf für sie handeln.',
      hint: '',
      example: '',
    },
    withoutConsent: {
      title: 'Es wurde ohne Einwilligung der abgebildeten Person veröffentlicht. Das erkläre ich in gutem Glauben.',
      hint: '',
      example: '',
    },
    posterUnknown: {
      title: 'Ich weiß über den Verfasser nicht genug, um gegen ihn gerichtlich vorzugehen.',
      hint: '',
      example: '',
    },
    passOnDetails: {
      title: 'Sie dürfen dem Verfasser meinen Namen und meine E-Mail-Adresse weitergeben.',
      hint: 'Ohne das tun wir es nicht.',
      example: '',
    },
    removedBefore: {
      title: 'Dieselbe oder eine ähnliche Äußerung dieser Person wurde schon zweimal oder öfter entfernt.',
      hint: '',
      example: '',
    },
    signature: {
      title: 'Unterschrift',
      hint: 'Tippen Sie Ihren vollen Namen. Das gilt als Ihre elektronische Unterschrift.',
      example: '',
    },
  },
};
