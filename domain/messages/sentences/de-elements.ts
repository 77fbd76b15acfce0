import type { EN_ELEMENTS } from './en-elements.ts';

/** German: for each element that can be missing, what it is and why it is needed. */
export const DE_ELEMENTS = {
  'element.explanation':
    'Eine hinreichend begründete Erläuterung, warum Sie den Inhalt für rechtswidrig halten: Ohne sie können wir nicht beurteilen, was Sie beanstanden.',
  'element.explanation.erasure':
    'Der Grund nach Art. 17 Abs. 1 Buchst. a bis f DSGVO, aus dem Sie die Löschung verlangen, etwa dass die Daten nicht mehr notwendig sind, dass Sie Ihre Einwilligung widerrufen oder Widerspruch einlegen oder dass die Daten unrechtmäßig verarbeitet wurden: Ohne ihn können wir Ihren Antrag nicht beurteilen. Eine bestimmte Form ist nicht nötig.',
  'element.location':
    'Der genaue elektronische Speicherort jedes Inhalts, etwa die URL-Adresse: Ohne ihn können wir den Inhalt nicht auffinden.',
  'element.remaining-locations':
    'Der genaue Speicherort der nicht aufgefundenen Inhalte auf unserer Plattform: Ohne ihn können wir sie nicht prüfen.',
  'element.name':
    'Ihr Name: Die Vorschriften über Meldungen verlangen ihn, und wir benötigen ihn, um Sie anzusprechen.',
  'element.name.erasure': 'Ihr Name: Ohne ihn können wir nicht erkennen, wessen Daten Ihr Antrag betrifft.',
  'element.email':
    'Ihre E-Mail-Adresse: Ohne sie können wir weder den Eingang bestätigen noch Sie über unsere Entscheidung unterrichten.',
  'element.good-faith':
    'Die Erklärung, dass Sie in gutem Glauben von der Richtigkeit Ihrer Angaben überzeugt sind: Sie ist ein vorgeschriebener Bestandteil Ihrer Eingabe.',
  'element.accuracy':
    'Die Erklärung, dass Ihre Angaben richtig und vollständig sind: Sie ist ein vorgeschriebener Bestandteil Ihrer Eingabe.',
  'element.authorised':
    'Die Erklärung, dass Sie das Recht innehaben oder für die berechtigte Person handeln dürfen: Nur dann können Sie diesen Anspruch geltend machen.',
  'element.penalty-of-perjury':
    'Die unter Strafandrohung wegen Meineids („under penalty of perjury“) abgegebene Erklärung, dass Sie zum Handeln berechtigt sind: 17 U.S.C. § 512(c)(3)(A)(vi) verlangt sie.',
  'element.signature':
    'Eine handschriftliche oder elektronische Unterschrift: Das Gesetz, auf das Sie sich stützen, verlangt sie; Ihr ausgeschriebener Name genügt.',
  'element.work':
    'Das Werk, dessen Urheberrecht verletzt sein soll: Ohne diese Angabe können wir es nicht mit dem bezeichneten Inhalt vergleichen.',
  'element.contact':
    'Ihre Anschrift, Ihre Telefonnummer und, soweit vorhanden, Ihre E-Mail-Adresse: Wir benötigen sie, um Sie erreichen zu können.',
  'element.authority':
    'Der Name der anordnenden Stelle: Ohne ihn können wir nicht prüfen, von wem die Anordnung stammt.',
  'element.statement-of-reasons':
    'Eine Begründung, warum der Inhalt rechtswidrig ist: Eine Anordnung muss sie enthalten, und die betroffene Person hat ein Recht darauf.',
  'element.statement-of-reasons.own-accord':
    'Eine Begründung, warum der Inhalt rechtswidrig ist: Wir bitten darum, um die Anordnung beurteilen und der betroffenen Person Gründe nennen zu können.',
  'element.provision.own-accord':
    'Die Rechtsvorschrift, auf der die Anordnung beruht: Wir bitten darum, um die Anordnung beurteilen und sie der betroffenen Person nennen zu können.',
  'element.provision':
    'Die Rechtsvorschrift, gegen die der Inhalt verstößt: Eine Anordnung muss sie nennen, und die betroffene Person hat ein Recht darauf, sie zu erfahren.',
  'element.redress':
    'Angaben zu den Rechtsbehelfen: Eine Anordnung muss sie enthalten, und wir geben sie an die betroffene Person weiter.',
  'element.issued-at': 'Datum und Uhrzeit der Ausstellung: Ohne sie können wir die Anordnung nicht prüfen.',
  'element.signed':
    'Die elektronische Signatur der Anordnung: Ohne sie können wir nicht prüfen, ob die Anordnung echt ist.',
  'element.order-reference':
    'Das Aktenzeichen der Anordnung: Wir benötigen es, um die Anordnung in unserer Rückmeldung an Sie zu bezeichnen.',
  'element.territory':
    'Der räumliche Geltungsbereich der Anordnung: Ohne ihn können wir ihre Wirkung nicht auf das unbedingt Notwendige beschränken.',
  'element.affected-person':
    'Die Erklärung, dass Sie die betroffene Person sind oder für sie handeln dürfen: Nur sie kann dies verlangen.',
  'element.non-consent':
    'Die in gutem Glauben abgegebene Erklärung, dass der Inhalt ohne Einwilligung der abgebildeten Person veröffentlicht wurde: Sie ist ein vorgeschriebener Bestandteil Ihrer Eingabe.',
  'element.mark':
    'Die Marke, die verletzt sein soll, mit Registernummer, Amt und Schutzgebiet: Ohne diese Angaben können wir sie weder mit dem Inhalt vergleichen noch erkennen, wo sie geschützt ist.',
  'element.meaning':
    'Die Bedeutung, die Sie der Äußerung beimessen: Ohne sie lässt das Gesetz nicht zu, dass wir den Verfasser zu Ihrer Beschwerde hören.',
  'element.inaccuracies':
    'Welche Teile der Äußerung sachlich falsch oder Meinungen ohne Tatsachengrundlage sind: Dies ist ein vorgeschriebener Bestandteil einer Beschwerde.',
  'element.poster-unknown':
    'Die Erklärung, dass Sie über den Verfasser nicht genug wissen, um gegen ihn gerichtlich vorzugehen: Sie ist ein vorgeschriebener Bestandteil einer Beschwerde.',
} as const satisfies Record<keyof typeof EN_ELEMENTS, string>;
