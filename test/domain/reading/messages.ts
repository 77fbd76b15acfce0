/** A notice as a web form of a platform sends it: questions in bold, answers below. */
export const FORM_NOTICE = `**Are you the copyright holder or authorized to act on the copyright owner's behalf?**

Yes, I am authorized to act on the copyright owner's behalf.

**Please provide a detailed description of the original copyrighted work that has allegedly been infringed. If possible, include a URL to where it is posted online.**

Our album "Nachtzug", sold at https://label.example/nachtzug since 2019.

**What files should be taken down? Please provide URLs for each file, or if the entire collection, its URL.**

1. https://writ.example/tracks/trk-9001
2. https://writ.example/tracks/trk-9002, the live version

**<a href="https://writ.example/help/forks?from=form">Have you searched for any forks</a> of the allegedly infringing files?**

https://writ.example/tracks/trk-9003

**Do you have the alleged infringer's contact information? If so, please provide it.**

https://uploader.example/impressum

**I have a good faith belief that use of the copyrighted materials described above is not authorized by the copyright owner, or its agent, or the law.**

**I swear, under penalty of perjury, that the information in this notification is accurate and that I am the copyright owner, or am authorized to act on behalf of the owner, of an exclusive right that is allegedly infringed.**

**So that we can get back to you, please provide either your telephone number or physical address.**

+49 30 5550100

**Please type your full legal name below to sign this request.**

Erika Beispiel
`;

/** The same questions in plain lines, as a mail program leaves them. */
export const PLAIN_FORM = FORM_NOTICE.replaceAll('**', '');

export const LETTER_EN = `Dear Sir or Madam,

I represent Northwind Records. Your user has uploaded our client's recording without permission.

Original work:
"Tidal", released on 3 March 2024, see https://northwind.example/tidal

Infringing URLs:
hxxps://writ[.]example/tracks/trk-77
- https://writ.example/tracks/trk-78 (full copy)

I have a good faith belief that this use is not authorized by the owner, its agent or the law. The information in this
notification is accurate, and under penalty of perjury I am authorized to act on behalf of the owner.

Our reference: NW-2024/118

Sincerely,
Ada Muster
ada.muster@northwind.example
`;

export const LETTER_DE = `Sehr geehrte Damen und Herren,

wir vertreten die Urheberin des Liedes „Morgenrot“. Das Lied wurde ohne Genehmigung hochgeladen und verletzt ihre Rechte
aus § 97 UrhG. Wir melden dies nach Art. 16 DSA.

Originalwerk: https://morgenrot.example/lied

Rechtsverletzende Inhalte:
https://writ.example/tracks/trk-501
https://writ.example/comments/cmt-7

Wir versichern in gutem Glauben, dass die Angaben richtig und vollständig sind. Bitte löschen Sie die Inhalte bis zum
15. Dezember 2026.

Unser Zeichen: 2026/0815

Mit freundlichen Grüßen
Dr. Max Mustermann
Kanzlei Muster, E-Mail: kanzlei@muster.example
`;

export const ERASURE_DE = `Guten Tag,

ich verlange nach Art. 17 DSGVO die Löschung meiner personenbezogenen Daten. Der Kommentar zeigt mich und meine Adresse:

Beanstandeter Inhalt: https://writ.example/comments/cmt-3001

Name: Paula Probe
E-Mail: paula@probe.example
`;

export const COURT_DE = `Landgericht Musterstadt
Az.: 12 O 345/26

Beschluss

In dem einstweiligen Verfügungsverfahren wird im Wege der einstweiligen Verfügung angeordnet:
Die Antragsgegnerin hat den folgenden Inhalt in Deutschland zu sperren: https://writ.example/podcasts/pod-9

Gründe: Die Äußerung verletzt das Persönlichkeitsrecht der Antragstellerin (§ 823 BGB).

Rechtsbehelfsbelehrung: Gegen diesen Beschluss kann Widerspruch eingelegt werden.

Musterstadt, den 04.11.2026
`;

export const TERRORIST_CONTENT = `ANNEX I
REMOVAL ORDER (Article 3 of Regulation (EU) 2021/784)

SECTION A: Issuing competent authority: Bundeskriminalamt
File reference: TE-2026-44
Date of issue: 2026-11-20

You are ordered to remove or disable access within one hour.

SECTION B: Content to be removed
URL: https://writ.example/podcasts/pod-2001

Reasons: it incites to commit terrorist offences, under Article 2(7)(a).
Redress: you may challenge this order before the administrative court.
`;

export const COUNTER_NOTICE_EN = `This is a counter-notification under 17 U.S.C. 512(g)(3).

My track was at https://writ.example/tracks/trk-1002 before it was removed.

I swear under penalty of perjury that I have a good faith belief that the material was removed or disabled as a result of
mistake or misidentification. I consent to the jurisdiction of the Federal District Court for my district, and I will accept
service of process from the person who complained.

Name: Jo Uploader
Address: 1 Main Street, Springfield
Phone: +1 555 0100

/s/ Jo Uploader
`;

export const COUNTER_NOTICE_DE = `Gegenbenachrichtigung

Mein Titel https://writ.example/tracks/trk-1003 wurde irrtümlich gesperrt: Es liegt eine Verwechslung vor. Ich stimme der
Zuständigkeit des Gerichts an meinem Wohnsitz zu und nehme Zustellungen entgegen.

Name: Kai Künstler
Anschrift: Hauptstraße 1, 10115 Berlin
Telefon: 030 5550123
Unterschrift: Kai Künstler
`;

export const WITHDRAWAL_EN = `Hello,

we hereby withdraw our takedown notice of 2 May 2026, since the matter has been settled. Please restore
https://writ.example/tracks/trk-1001.

On Sat, 2 May 2026 at 10:12, Northwind Records wrote:
> Infringing URL: https://writ.example/tracks/trk-1001
> Original work: https://northwind.example/tidal
> I have a good faith belief that the use is not authorized by the owner, its agent, or the law.
`;

export const WITHDRAWAL_DE = `Sehr geehrte Damen und Herren,

hiermit ziehen wir unsere Meldung vom 2. Mai 2026 zurück. Bitte schalten Sie https://writ.example/tracks/trk-1001 wieder frei.

Mit freundlichen Grüßen
Kanzlei Muster
`;

export const QUESTION = `Hi, how do I change the picture of my profile? I cannot find the button. Thanks, Sam`;
