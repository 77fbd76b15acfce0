import type * as z from 'zod';
import type { Language } from '#domain/party';
import type { RouteContract } from '../../ports/route-contract.ts';
import { toSchema } from '../openapi/schemas.ts';
import { WORDS, type Words } from './words.ts';

/** The reference as one page of HTML, readable without scripts, styles or anything loaded from elsewhere. */
export function referencePage(contracts: readonly RouteContract[], language: Language): string {
  const words = WORDS[language];
  const links = contracts.map(
    (contract) => `<li><a href="#${contract.operationId}"><code>${nameOf(contract)}</code></a></li>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header>
<h1>${words.title}</h1>
<p>${words.intro}</p>
<p><a href="/openapi.json">${words.machine}</a> · <a href="/docs?lang=${words.other.language}" lang="${words.other.language}" hreflang="${words.other.language}">${words.other.label}</a></p>
</header>
<nav aria-label="${words.routes}"><h2>${words.routes}</h2><ul>${links.join('\n')}</ul></nav>
<main id="content">
${contracts.map((contract) => sectionOf(contract, language, words)).join('\n')}
</main>
</body>
</html>
`;
}

function sectionOf(contract: RouteContract, language: Language, words: Words): string {
  const { operationId, summary, body, query, answers } = contract;
  const rows = [
    schemaOf(words.body, body, 'request', words),
    schemaOf(words.query, query, 'request', words),
    ...Object.entries(answers).map(([status, schema]) =>
      schema === null
        ? `<p>${words.answer} ${status}: <code>${escapeHtml(contract.mediaType ?? '')}</code></p>`
        : schemaOf(`${words.answer} ${status}`, schema, 'answer', words),
    ),
  ];
  return `<section aria-labelledby="${operationId}">
<h2 id="${operationId}"><code>${nameOf(contract)}</code></h2>
<p>${escapeHtml(summary[language])}</p>
<p>${words.who}: ${escapeHtml(whoOf(contract, words))}</p>
${rows.join('\n')}
<p>${words.errors}</p>
</section>`;
}

function schemaOf(label: string, schema: z.ZodType, direction: 'request' | 'answer', words: Words): string {
  const converted = toSchema(schema, direction);
  const isEmpty = schema.def.type === 'undefined' || JSON.stringify(converted.schema).includes('"properties":{}');
  if (isEmpty) return '';
  const text = JSON.stringify(converted, null, 2);
  return `<details><summary>${label}: ${words.schema}</summary><pre tabindex="0"><code>${escapeHtml(text)}</code></pre></details>`;
}

function whoOf({ audience }: RouteContract, words: Words): string {
  if (audience === 'anybody') return words.anybody;
  return audience === 'case-token' ? words.caseToken : audience.join(', ');
}

function nameOf({ method, path }: RouteContract): string {
  return escapeHtml(`${method} ${path}`);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
h2 { border-top: 1px solid; padding-top: 1rem; font-size: 1.15rem; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid; max-height: 30rem; }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 3px solid; outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; }
`;
