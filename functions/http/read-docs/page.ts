import type * as z from 'zod';
import type { Language } from '#domain/party';
import type { RouteContract } from '../../ports/route-contract.ts';
import { AUTHENTICATION } from '../openapi/authentication.ts';
import { describedBody, openBases } from '../openapi/described-body.ts';
import { EXAMPLE_BODIES } from '../openapi/examples.ts';
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
${authenticationOf(language, words)}
${contracts.map((contract) => sectionOf(contract, language, words)).join('\n')}
</main>
</body>
</html>
`;
}

function authenticationOf(language: Language, words: Words): string {
  const { people, machines, authorities, caseToken } = AUTHENTICATION[language];
  const sentences = [people, machines, authorities, caseToken, words.onOneMachine];
  return `<section aria-labelledby="authentication">
<h2 id="authentication">${words.authentication}</h2>
${sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('\n')}
</section>`;
}

function sectionOf(contract: RouteContract, language: Language, words: Words): string {
  const { operationId, summary, query, answers } = contract;
  const rows = [
    basesOf(contract, words),
    exampleOf(contract, words),
    schemaOf(words.body, describedBody(contract), 'request', words),
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

function basesOf(contract: RouteContract, words: Words): string {
  const bases = openBases(contract).map((id) => `<code>${id}</code>`);
  return bases.length === 0 ? '' : `<p>${words.bases}: ${bases.join(' ')}</p>`;
}

function exampleOf({ operationId }: RouteContract, words: Words): string {
  const example = EXAMPLE_BODIES[operationId];
  if (example === undefined) return '';
  const text = escapeHtml(JSON.stringify(example, null, 2));
  return `<details><summary>${words.body}: ${words.example}</summary><pre tabindex="0"><code>${text}</code></pre></details>`;
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
