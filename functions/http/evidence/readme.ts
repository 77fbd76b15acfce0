/** README.txt of a bundle: what it holds and how to verify it, in English and German. */
export function bundleReadme(reference: string, caseId: string, publicUrl: string): string {
  return `${english(reference, caseId, publicUrl)}\n\n----------\n\n${german(reference, caseId, publicUrl)}\n`;
}

function english(reference: string, caseId: string, publicUrl: string): string {
  return `Evidence of the case ${reference} (${caseId})

events.jsonl    what happened, one event a line in canonical JSON (RFC 8785). Each event holds the SHA-256 of the
                event before it (prev) and its own (hash, over all of its other members).
payloads/       what the events commit to, each with the key of its commitment, HMAC-SHA-256 over canonical JSON: a
                change of the record itself, or the name of the document that holds it.
documents/      every document of the case: the demand as submitted, what was sent later, decisions, approvals and notes
                as canonical JSON (.json); the exact bytes of files sent along (.attachment) and of the messages that
                were sent (.message), which a payload names with their SHA-256. Where a message gave its reader an
                access token, [access-token] stands for it here: the token itself is kept nowhere.
withheld.json   what the events commit to and this bundle leaves out, each with its ground.
execution.json  the events of the workflow's executions.
seal.json       the end of the chain, the SHA-256 of every other file, and the signed checkpoints that speak of this
                chain; signed as a compact JWS (ES256).

How to verify it, without a connection:
1. Get the public keys once, from elsewhere than this file: ${publicUrl}/.well-known/jwks.json
2. Run: writ audit verify <this file> --key <the file with the public keys>
The answer names the first event that does not fit, and up to when the bundle speaks. Keep its seal.json: with
--checkpoint <that file> a later bundle of the case is held against it, which shows whether the chain was cut or rewritten
in between. So does a signed checkpoint that the operator gives you (checkpoints/ in its store of evidence).`;
}

function german(reference: string, caseId: string, publicUrl: string): string {
  return `Beweise zum Fall ${reference} (${caseId})

events.jsonl    was geschah, ein Ereignis je Zeile in kanonischem JSON (RFC 8785). Jedes Ereignis enthält den
                SHA-256-Wert des vorigen (prev) und seinen eigenen (hash, über alle übrigen Angaben).
payloads/       worauf sich die Ereignisse festlegen, jeweils mit dem Schlüssel der Festlegung, HMAC-SHA-256 über
                kanonisches JSON: eine Änderung der Akte selbst oder der Name des Dokuments, das den Wert enthält.
documents/      jedes Dokument des Falls: das Begehren wie eingereicht, Nachgereichtes, Entscheidungen, Freigaben und
                Notizen als kanonisches JSON (.json); die genauen Bytes der mitgesandten Dateien (.attachment) und der
                versandten Mitteilungen (.message), die ein Eintrag in payloads mit ihrem SHA-256-Wert nennt. Wo eine
                Mitteilung ein Zugangstoken enthielt, steht hier [access-token]: Das Token selbst bleibt nirgends.
withheld.json   worauf sich die Ereignisse festlegen und was hier fehlt, jeweils mit dem Grund.
execution.json  die Ereignisse der Workflow-Ausführungen.
seal.json       das Ende der Kette, der SHA-256-Wert jeder anderen Datei und die signierten Prüfpunkte, die diese Kette
                nennen; als kompakte JWS signiert (ES256).

So wird geprüft, ohne Verbindung:
1. Die öffentlichen Schlüssel einmal von anderer Stelle holen: ${publicUrl}/.well-known/jwks.json
2. Aufrufen: writ audit verify <diese Datei> --key <die Datei mit den Schlüsseln>
Die Antwort nennt das erste Ereignis, das nicht passt, und bis wann das Paket reicht. Bewahren Sie seal.json auf: mit
--checkpoint <diese Datei> wird ein späteres Paket des Falls dagegen gehalten; das zeigt, ob die Kette dazwischen gekürzt
oder neu geschrieben wurde. Ebenso ein signierter Prüfpunkt vom Betreiber (checkpoints/ in dessen Beweisspeicher).`;
}
