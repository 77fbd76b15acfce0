import type { Language } from '#domain/party';
import type { PageFiles } from '../shared/built-pages.ts';

/** What the page of the form is made of. */
export interface FormPage {
  readonly language: Language;
  readonly platformName: string;
  readonly files: PageFiles;
  /** Lets the style elements through that the page makes, and no others. */
  readonly nonce: string;
}

/** What the page may do: run and load what we built, call our own interface, and nothing else. */
export function securityOf(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The page that holds the form: everything on it is drawn by its script. */
export function formPage({ language, platformName, files, nonce }: FormPage): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="platform" content="${escapeHtml(platformName)}" nonce="${nonce}">
<title>${TITLE[language]}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/${files.style}">
<script type="module" src="/assets/${files.script}"></script>
</head>
<body>
<div id="root"></div>
<noscript><main><h1>${TITLE[language]}</h1><p>${WITHOUT_SCRIPT[language]} <a href="/docs?lang=${language}">/docs</a></p></main></noscript>
</body>
</html>
`;
}

const TITLE: Readonly<Record<Language, string>> = { en: 'Report content', de: 'Inhalte melden' };

const WITHOUT_SCRIPT: Readonly<Record<Language, string>> = {
  en: 'This form needs JavaScript, which is turned off here. A notice can also be sent to POST /v1/notices:',
  de: 'Dieses Formular braucht JavaScript, das hier ausgeschaltet ist. Eine Meldung nimmt auch POST /v1/notices entgegen:',
};

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
