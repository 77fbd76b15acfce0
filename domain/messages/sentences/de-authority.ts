import type { EN_AUTHORITY } from './en-authority.ts';

/** German sentences of reports to an authority about its order. */
export const DE_AUTHORITY = {
  'report.subject.order': 'Bericht über die Ausführung Ihrer Anordnung ({orderReference}; {reference})',
  'report.subject.unreferenced.order': 'Bericht über die Ausführung Ihrer Anordnung ({reference})',
  'report.subject.removal-order': 'Rückmeldung zu Ihrer Entfernungsanordnung ({orderReference}; {reference})',
  'report.subject.unreferenced.removal-order': 'Rückmeldung zu Ihrer Entfernungsanordnung ({reference})',
  'report.title.order': 'Bericht über die Ausführung einer Anordnung (Artikel 9 der Verordnung (EU) 2022/2065)',
  'report.title.foreign-order': 'Bericht über die Ausführung einer Anordnung',
  'report.title.removal-order':
    'Rückmeldung nach Entfernung terroristischer Inhalte oder Sperrung des Zugangs dazu (Anhang II der Verordnung (EU) 2021/784)',
  'report.interim.subject.order': 'Zwischenbericht zu Ihrer Anordnung ({orderReference}; {reference})',
  'report.interim.subject.unreferenced.order': 'Zwischenbericht zu Ihrer Anordnung ({reference})',
  'report.interim.subject.removal-order':
    'Zwischenbericht zu Ihrer Entfernungsanordnung ({orderReference}; {reference})',
  'report.interim.subject.unreferenced.removal-order': 'Zwischenbericht zu Ihrer Entfernungsanordnung ({reference})',
  'report.interim.title.order': 'Zwischenbericht über die Ausführung einer Anordnung',
  'report.interim.title.removal-order': 'Zwischenbericht über die Ausführung einer Entfernungsanordnung',
  'report.interim.intro': 'dieser Bericht nennt, was bisher nachgewiesen ist und was noch nicht nachgewiesen ist.',
  'report.interim.next': 'Wir berichten erneut, sobald auch das Übrige nachgewiesen ist.',
  'report.receipt': 'Uhrzeit und Datum des Eingangs: {receivedAt} (UTC: {receivedAtUtc})',
  'report.issued-unstated': 'In der Anordnung genannter Zeitpunkt der Ausstellung: keiner',
  'report.issued': 'In der Anordnung genannter Zeitpunkt der Ausstellung: {issuedAt} (UTC: {issuedAtUtc})',
  'report.measure.heading': 'Ergriffene Maßnahme:',
  'report.measure.removed.yes': '[x] Der Inhalt wurde entfernt.',
  'report.measure.removed.no': '[ ] Der Inhalt wurde entfernt.',
  'report.measure.disabled.yes': '[x] Der Zugang zu dem Inhalt wurde in allen Mitgliedstaaten gesperrt.',
  'report.measure.disabled.no': '[ ] Der Zugang zu dem Inhalt wurde in allen Mitgliedstaaten gesperrt.',
  'report.measure.at': 'Uhrzeit und Datum der Maßnahme: {effectiveAt} (UTC: {effectiveAtUtc})',
  'report.proven.heading': 'Nachgewiesen durch Abruf auf unserer Plattform:',
  'report.unproven.heading': 'Noch nicht nachgewiesen:',
  'report.absent.heading': 'Zu folgenden Inhalten wurde keine Maßnahme ergriffen:',
  'report.proven.none': 'Bisher ist nichts nachgewiesen.',
  'report.proven.effect':
    'Wirksam seit dem {effectiveAt} (UTC: {effectiveAtUtc}) in folgenden Gebieten: {territories}.',
  'report.proven.read-back': 'Abgerufen am {provenAt} (UTC: {provenAtUtc}).',
  'report.unproven.pending': 'Das Ergebnis steht noch aus in folgenden Gebieten: {territories}.',
  'report.unproven.failed': 'Beim letzten Abruf war der Inhalt noch verfügbar in folgenden Gebieten: {territories}.',
  'report.narrowed':
    'Die Anordnung verlangt diesen räumlichen Geltungsbereich: {asked}. Ihre Rechtsgrundlage reicht nicht weiter als: {reach} ({source}). Darüber hinaus wurde nichts veranlasst.',
  'report.provider': 'Anbieter: {platform}, {address}',
  'report.person': 'Bevollmächtigte Person: {authorisedPerson}',
  'report.contact': 'Kontakt: {contact}',
  'impossibility.subject.order': 'Ihre Anordnung kann nicht ausgeführt werden ({orderReference}; {reference})',
  'impossibility.subject.unreferenced.order': 'Ihre Anordnung kann nicht ausgeführt werden ({reference})',
  'impossibility.subject.removal-order':
    'Unmöglichkeit der Ausführung Ihrer Entfernungsanordnung ({orderReference}; {reference})',
  'impossibility.subject.unreferenced.removal-order':
    'Unmöglichkeit der Ausführung Ihrer Entfernungsanordnung ({reference})',
  'impossibility.draft.subject.order':
    'ENTWURF: Ihre Anordnung kann nicht ausgeführt werden ({orderReference}; {reference})',
  'impossibility.draft.subject.unreferenced.order':
    'ENTWURF: Ihre Anordnung kann nicht ausgeführt werden ({reference})',
  'impossibility.draft.subject.removal-order':
    'ENTWURF: Unmöglichkeit der Ausführung Ihrer Entfernungsanordnung ({orderReference}; {reference})',
  'impossibility.draft.subject.unreferenced.removal-order':
    'ENTWURF: Unmöglichkeit der Ausführung Ihrer Entfernungsanordnung ({reference})',
  'impossibility.draft': 'Entwurf. Er ist nicht versandt; eine geschulte Person prüft und versendet ihn.',
  'impossibility.title.order': 'Mitteilung, dass eine Anordnung nicht ausgeführt werden kann',
  'impossibility.title.removal-order':
    'Mitteilung über die Unmöglichkeit der Ausführung einer Entfernungsanordnung (Anhang III der Verordnung (EU) 2021/784)',
  'impossibility.reason.heading': 'Die Anordnung kann aus folgendem Grund nicht fristgerecht ausgeführt werden:',
  'impossibility.reason.impossibility.yes':
    '[x] Höhere Gewalt oder faktische Unmöglichkeit, die uns nicht zuzurechnen ist, auch aus objektiv vertretbaren technischen oder operativen Gründen',
  'impossibility.reason.impossibility.no':
    '[ ] Höhere Gewalt oder faktische Unmöglichkeit, die uns nicht zuzurechnen ist, auch aus objektiv vertretbaren technischen oder operativen Gründen',
  'impossibility.reason.manifest-errors.yes': '[x] Die Anordnung enthält offensichtliche Fehler',
  'impossibility.reason.manifest-errors.no': '[ ] Die Anordnung enthält offensichtliche Fehler',
  'impossibility.reason.insufficient-information.yes': '[x] Die Anordnung enthält unzureichende Angaben',
  'impossibility.reason.insufficient-information.no': '[ ] Die Anordnung enthält unzureichende Angaben',
  'impossibility.explanation': 'Erläuterung:',
  'impossibility.clarification': 'Klarstellung, die wir von Ihnen benötigen:',
  'impossibility.lifted':
    'Die Maßnahmen, die wir aufgrund der Anordnung vorgenommen hatten, sind aufgehoben; durch Abruf auf unserer Plattform nachgewiesen am {liftedAt} (UTC: {liftedAtUtc}).',
  'impossibility.then.impossibility': 'Wir führen die Anordnung aus, sobald diese Gründe nicht mehr bestehen.',
  'impossibility.then.manifest-errors': 'Wir führen die Anordnung aus, sobald uns die nötige Klarstellung vorliegt.',
  'impossibility.then.insufficient-information':
    'Wir führen die Anordnung aus, sobald uns die nötige Klarstellung vorliegt.',
} as const satisfies Record<keyof typeof EN_AUTHORITY, string>;
