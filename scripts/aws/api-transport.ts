/**
 * Loaded before the deploy command under ministack: the interface has a host of its own, which no name server knows, and
 * which `fetch` takes for an address. Only the way to it is led elsewhere; the requests are those of the command.
 */
import { HttpApi } from './http-api.ts';

const API_HOST = /^https:\/\/([^/]+\.execute-api\.[^/]+)(\/.*)$/;

const throughNetwork = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const [, host, path] = typeof input === 'string' ? (API_HOST.exec(input) ?? []) : [];
  if (host === undefined || path === undefined) return await throughNetwork(input, init);
  const { method = 'GET', body } = init ?? {};
  const headers = Object.fromEntries(new Headers(init?.headers));
  const answer = await new HttpApi(host).send(method, path, headers, typeof body === 'string' ? body : undefined);
  return new Response(new Uint8Array(answer.body), {
    status: answer.status,
    headers: { 'content-type': answer.contentType },
  });
};
