import type { Language } from '#domain/party';

/** What a bundle is at fault for, as the verifier says it in English, and the same in German. */
const IN_GERMAN: readonly (readonly [english: RegExp, german: string])[] = [
  [/^the bundle is no zip file that can be read$/, 'das Paket ist keine lesbare Zip-Datei'],
  [/^the bundle holds two files named (.+)$/, 'das Paket enthält zwei Dateien namens $1'],
  [
    /^the bundle holds a file that has no place in it: (.+)$/,
    'das Paket enthält eine Datei, die nicht hineingehört: $1',
  ],
  [/^events\.jsonl is not UTF-8$/, 'events.jsonl ist nicht in UTF-8'],
  [/^events\.jsonl is cut off$/, 'events.jsonl ist abgeschnitten'],
  [/^events\.jsonl holds no event$/, 'events.jsonl enthält kein Ereignis'],
  [/^the line is not the canonical JSON of its event$/, 'die Zeile ist nicht das kanonische JSON ihres Ereignisses'],
  [
    /^the event lacks a field or has one of the wrong form$/,
    'dem Ereignis fehlt ein Feld, oder eines hat die falsche Form',
  ],
  [
    /^an event is missing: number (\d+) was expected, (\d+) was found$/,
    'ein Ereignis fehlt: erwartet war Nummer $1, gefunden wurde $2',
  ],
  [
    /^the order is wrong: number (\d+) was expected, (\d+) was found$/,
    'die Reihenfolge stimmt nicht: erwartet war Nummer $1, gefunden wurde $2',
  ],
  [/^the event belongs to another chain$/, 'das Ereignis gehört zu einer anderen Kette'],
  [/^the content of the event does not match its hash$/, 'der Inhalt des Ereignisses passt nicht zu seinem Hash'],
  [/^the event does not link to the one before it$/, 'das Ereignis schließt nicht an das vorige an'],
  [/^seal\.json is not what a seal looks like$/, 'seal.json hat nicht die Form eines Siegels'],
  [/^the seal is not trusted: (.+)$/, 'dem Siegel ist nicht zu trauen: $1'],
  [/^the signature is over another seal$/, 'die Signatur gilt einem anderen Siegel'],
  [/^the seal is of another chain$/, 'das Siegel gehört zu einer anderen Kette'],
  [/^a checkpoint is not trusted: (.+)$/, 'einem Prüfpunkt ist nicht zu trauen: $1'],
  [
    /^checkpoint (\d+) from elsewhere is not trusted: (.+)$/,
    'dem anderswo verwahrten Prüfpunkt $1 ist nicht zu trauen: $2',
  ],
  [/^the signature is no compact JWS with ES256$/, 'die Signatur ist kein kompaktes JWS mit ES256'],
  [
    /^signed with the key "(.*)", which is not among the trusted keys$/,
    'signiert mit dem Schlüssel „$1“, der nicht zu den vertrauten gehört',
  ],
  [
    /^the checkpoint names another key than its signature$/,
    'der Prüfpunkt nennt einen anderen Schlüssel als seine Signatur',
  ],
  [/^the signature is over another checkpoint$/, 'die Signatur gilt einem anderen Prüfpunkt'],
  [
    /^; the bundle was sealed at (\S+), before that checkpoint was made at (\S+)$/,
    '; das Paket wurde um $1 versiegelt, vor dem Prüfpunkt von $2',
  ],
  [/^the signature does not fit the key$/, 'die Signatur passt nicht zum Schlüssel'],
  [/^the event was added after the bundle was sealed$/, 'das Ereignis wurde nach der Versiegelung hinzugefügt'],
  [
    /^events are missing: (\d+) were signed for, (\d+) are here(.*)$/,
    'Ereignisse fehlen: $1 sind signiert, $2 sind hier$3',
  ],
  [
    /^the event is not the one that was signed: the chain was rewritten(.*)$/,
    'das Ereignis ist nicht das signierte: die Kette wurde umgeschrieben$1',
  ],
  [/^withheld\.json is not a list of what is withheld$/, 'withheld.json ist keine Liste dessen, was vorenthalten wird'],
  [/^no event commits to (.+)$/, 'kein Ereignis bindet $1'],
  [
    /^the payload (\S+) is missing and not listed as withheld$/,
    'der Inhalt $1 fehlt und ist nicht als vorenthalten aufgeführt',
  ],
  [/^the payload (\S+) was changed$/, 'der Inhalt $1 wurde verändert'],
  [
    /^the document (\S+) is missing and not listed as withheld$/,
    'das Dokument $1 fehlt und ist nicht als vorenthalten aufgeführt',
  ],
  [/^the document (\S+) was changed$/, 'das Dokument $1 wurde verändert'],
  [/^(\S+) was added after the bundle was sealed$/, '$1 wurde nach der Versiegelung hinzugefügt'],
  [/^(\S+) is not the file that was sealed$/, '$1 ist nicht die versiegelte Datei'],
  [/^(\S+) is missing$/, '$1 fehlt'],
  [/^the zip names places that lie outside of it$/, 'die Zip-Datei nennt Stellen außerhalb ihrer selbst'],
  [
    /^the zip does not end with its own directory: something was added, or cut off$/,
    'die Zip-Datei endet nicht mit ihrem eigenen Verzeichnis: etwas wurde angehängt oder abgeschnitten',
  ],
  [
    /^the zip holds bytes before (.+) that belong to no file$/,
    'die Zip-Datei enthält vor $1 Bytes, die zu keiner Datei gehören',
  ],
  [
    /^the zip holds bytes behind its files that belong to none$/,
    'die Zip-Datei enthält hinter ihren Dateien Bytes, die zu keiner gehören',
  ],
  [
    /^the zip holds bytes in its directory that belong to no file$/,
    'die Zip-Datei enthält in ihrem Verzeichnis Bytes, die zu keiner Datei gehören',
  ],
  [/^the zip entry (.+) does not begin as one$/, 'der Zip-Eintrag $1 beginnt nicht wie einer'],
  [
    /^the zip entry (.+) has a comment or an extra field$/,
    'der Zip-Eintrag $1 hat einen Kommentar oder ein Zusatzfeld',
  ],
  [
    /^the zip entry (.+) is encrypted or has a data descriptor$/,
    'der Zip-Eintrag $1 ist verschlüsselt oder hat einen Data Descriptor',
  ],
  [
    /^the zip entry (.+) is described differently in the directory of the zip$/,
    'der Zip-Eintrag $1 ist im Verzeichnis der Zip-Datei anders beschrieben',
  ],
  [/^the zip entry (.+) is not packed as its header says$/, 'der Zip-Eintrag $1 ist nicht gepackt, wie sein Kopf sagt'],
  [
    /^the zip entry (.+) has another size or checksum than its header says$/,
    'der Zip-Eintrag $1 hat eine andere Größe oder Prüfsumme, als sein Kopf sagt',
  ],
];

/** The fault of a bundle in a language; one without German words stays as the verifier says it. */
export function faultInWords(reason: string, language: Language): string {
  if (language === 'en') return reason;
  for (const [english, german] of IN_GERMAN) {
    const match = english.exec(reason);
    // A fault may be told for the sake of another, which is put into words as well.
    if (match !== null) return german.replace(/\$(\d)/g, (_, at) => faultInWords(match[Number(at)] ?? '', language));
  }
  return reason;
}
