import type { Said } from './kind-words.ts';

/** German phrases by what they say of the kind of a message; see `phrases` for how they are written. */
export const KIND_WORDS_DE: Readonly<Record<Said, readonly string[]>> = {
  withdraws: [
    '(?:ziehe|ziehen|nehme|nehmen|widerrufe|widerrufen|storniere|stornieren)(?!~4 (?:einwilligung|zustimmung|erlaubnis|lizenz))~9 (?:meldung|meldungen|beschwerde|anzeige|antrag|hinweis|mitteilung|löschantrag|löschungsantrag|abmahnung|forderung|takedown|gegendarstellung|widerspruch|counter-?notice|notice)~6 (?:zurück|widerrufen)?',
    '(?:meldung|beschwerde|anzeige|antrag|hinweis|mitteilung|löschantrag|löschungsantrag|takedown|notice|widerspruch)~6 (?:zurückziehen|zurücknehmen|zurückgezogen|zurückgenommen|zurückzuziehen|zurückzunehmen|widerrufen|gegenstandslos|hinfällig|erledigt)',
    '(?:rücknahme|widerruf|zurücknahme)~3 (?:meldung|beschwerde|antrags?|anzeige|mitteilung|hinweises)',
    '(?:irrtümlich|versehentlich|fälschlich\\w*)~3 (?:gemeldet|beanstandet|gesendet|eingereicht|angezeigt)',
    '(?:meldung|beschwerde|antrag)~4 (?:irrtum|versehen)',
  ],
  'names-withdrawal': [
    '(?:zurückgezogen|zurückgenommen|zurückziehen|zurücknehmen|rücknahme)(?!~4 (?:einwilligung|zustimmung))',
  ],
  'puts-back': [
    '(?:wieder|erneut)~2 (?:freischalten|freizuschalten|freigeschaltet|herstellen|herzustellen|zugänglich|online|einstellen|freigeben|freizugeben|entsperren)',
    '(?:bitte|zu) (?:\\S+ )?(?:entsperren|wiederherstellen|freischalten)',
    'wiederherstellung|wiederherzustellen|freischaltung|entsperrung',
  ],
  counters: [
    '(?:gesperrt|gelöscht|entfernt)~5 (?:irrtum|versehen|versehentlich|irrtümlich|zu unrecht|verwechslung|fehlidentifi\\w*)',
    '(?:irrtum|versehen|versehentlich|irrtümlich|zu unrecht|fälschlicherweise)~6 (?:gesperrt|gelöscht|entfernt)',
    '(?:zuständigkeit|gerichtsbarkeit)~8 (?:einverstanden|unterwerfe|zustimme|stimme|akzeptiere|anerkenne)',
    '(?:stimme|unterwerfe)~4 (?:zuständigkeit|gerichtsbarkeit)',
    '(?:zustellung|klagezustellung)~6 (?:entgegen|annehmen|akzeptiere|nehme)',
    'widerspreche~4 (?:sperrung|löschung|entfernung|meldung|beschwerde)',
    'widerspruch gegen~4 (?:sperrung|löschung|entfernung|meldung|beschwerde)',
  ],
  'names-counter': ['gegen(?:benachrichtigung|meldung|mitteilung|erklärung|anzeige|darstellung)(?:en)?'],
  complains: [
    '(?:verletz|verstöß|verstoß|verstoss|plagi)\\w*',
    '\\w*(?:rechtsverletz|urheberrechts|markenrechts|persönlichkeitsrechts)\\w*',
    '(?:rechtswidrig|illegal|strafbar|unzulässig|unerlaubt|widerrechtlich|beleidigend|verleumderisch|volksverhetzend)\\w*',
    '(?:ohne|keine)~3 (?:genehmigung|erlaubnis|zustimmung|einwilligung|lizenz|berechtigung)',
    '(?:löschen|entfernen|sperren|löschung|entfernung|sperrung|zu löschen|gelöscht|entfernt|unterlassen|unterlassung)',
    '(?:beleidigung|verleumdung|üble nachrede|volksverhetzung|schmähkritik|raubkopie\\w*|abmahnung)',
    'recht auf (?:löschung|vergessenwerden)',
    '(?:rechteinhaber|urheber|rechteinhaberin|urheberin|markeninhaber|markeninhaberin)',
  ],
  'complains-in-law': [
    '(?:artikel|art\\.?) 16~4 (?:dsa|gesetz über digitale dienste|digital services act|2022/2065)',
    '(?:artikel|art\\.?) 17~6 (?:dsgvo|ds-gvo|datenschutz-grundverordnung|2016/679)',
    '§+ ?(?:97|98|99|101)~3 urhg',
    'gutem glauben|guten glaubens|nach bestem wissen',
  ],
  demands: [
    '(?:löschen|gelöscht|löschung|zu löschen|entfernen|entfernt|entfernung|sperren|gesperrt|sperrung|unterlassen|unterlassung|abmahnung|entferne|lösche|sperre)',
  ],
  orders: [
    'ordnet~8 an',
    'wird~12 (?:angeordnet|aufgegeben|untersagt|verpflichtet|verboten)',
    '(?:beschluss|urteil|verfügung|beschlossen|erkannt) ?:',
    'hat~20 (?:beschlossen|für recht erkannt)',
    'beschließt~4',
    'im namen des volkes',
    'im wege der einstweiligen verfügung',
    'entfernungsanordnung(?: gemäß| nach| gem\\.)?',
    'europäische (?:herausgabe|sicherungs)anordnung',
    'anordnung (?:gemäß|nach|gem\\.)~2 (?:artikel|art\\.?) (?:3|9|10)',
    '(?:sind|werden) (?:sie )?verpflichtet~8 (?:zu entfernen|zu sperren|zu löschen|herauszugeben)',
    'anordnung zum vorgehen gegen',
    'auskunftsanordnung',
  ],
  'names-order': [
    '(?:gerichtsbeschluss|gerichtliche anordnung|einstweilige verfügung|einstweiligen verfügung|beschluss|anordnung|urteil|entfernungsanordnung)',
  ],
  'of-authority': [
    '(?:amts|land|oberlandes|bundes|kammer|verwaltungs|oberverwaltungs)gericht\\w*',
    '(?:ag|lg|olg|kg|bgh|vg|ovg) [a-zäöü]{3,}',
    '(?:az|aktenzeichen|geschäftszeichen|geschäftsnummer|gz|gesch\\.-?nr)\\.? ?:?',
    'bundeskriminalamt|landeskriminalamt|bka|staatsanwaltschaft|polizei\\w*|bundesnetzagentur|landesmedienanstalt|medienanstalt\\w*',
    'rechtsbehelfsbelehrung|rechtsmittelbelehrung',
    '(?:anordnende|ausstellende|zuständige) behörde',
  ],
};
