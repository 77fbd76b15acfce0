import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { assetReader, type ReadAsset } from '../shared/built-pages.ts';
import { readAsset } from './contract.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** Its name changes with its content: whoever has it never asks for it again. */
const FOREVER = 'public, max-age=31536000, immutable';

/** Shows a file of the pages as it was built. */
export async function showAsset({ read }: { readonly read: ReadAsset }, { params }: RouteRequest): Promise<Answer> {
  const { file = '' } = params;
  const bytes = read(file);
  const mediaType = MEDIA_TYPES[file.split('.').at(-1) ?? ''];
  if (bytes === null || mediaType === undefined)
    return problem(404, 'The pages have no such file. Load the page again.');
  return {
    status: 200,
    headers: { 'cache-control': FOREVER, 'content-encoding': 'gzip' },
    bytesOf: mediaType,
    body: Buffer.from(bytes).toString('base64'),
  };
}

/** The Lambda function of `GET /assets/{file}`. */
export const handler = route(
  readAsset,
  lazily(() => ({ read: assetReader(new URL('../pages/', import.meta.url)) })),
  showAsset,
);
