import { randomBytes } from 'node:crypto';
import type { DocsQuery } from '#domain/api/docs';
import { lazily } from '#runtime/lazily';
import type { Answer } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { platformIdentity } from '../../parts/platform.ts';
import { type PageFiles, readPageFiles } from '../shared/built-pages.ts';
import { readForm } from './contract.ts';
import { formPage, securityOf } from './page.ts';

/** What showing the form needs. */
export interface ReadFormDependencies {
  readonly platformName: string;
  readonly files: PageFiles;
  /** A value that nobody can guess, another for each answer. */
  readonly makeNonce: () => string;
}

/** Shows the page of the form; what it loads has names that change with their content, so only the page is asked for anew. */
export async function showForm(
  { platformName, files, makeNonce }: ReadFormDependencies,
  { query }: RouteRequest<undefined, DocsQuery>,
): Promise<Answer> {
  const nonce = makeNonce();
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': securityOf(nonce),
      'referrer-policy': 'no-referrer',
    },
    body: formPage({ language: query.lang, platformName, files, nonce }),
  };
}

const NONCE_BYTES = 16;

/** The Lambda function of `GET /notice`. */
export const handler = route(
  readForm,
  lazily(() => ({
    platformName: platformIdentity().name,
    files: readPageFiles(new URL('../pages/', import.meta.url), 'notice'),
    makeNonce: () => randomBytes(NONCE_BYTES).toString('base64'),
  })),
  showForm,
);
