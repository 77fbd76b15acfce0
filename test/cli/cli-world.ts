import { createServer } from 'node:http';
import { CASE_COMMANDS } from '../../cli/case-commands.ts';
import { runWrit } from '../../cli/run-writ.ts';
import { apiWorld } from '../support/api-world.ts';
import { NOTICE } from '../support/demands.ts';

/** The routes in memory behind a real HTTP server, and `writ` that calls them. */
export async function cliWorld() {
  const world = apiWorld();
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const raw = parts.length === 0 ? undefined : Buffer.concat(parts);
    const token = request.headers.authorization?.replace('Bearer ', '');
    const query = Object.fromEntries(searchParams);
    const answer = await world.call(request.method ?? 'GET', pathname, { token, raw, query });
    response.writeHead(answer.status, { 'content-type': String(answer.headers['content-type']) });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;

  /** Runs a line as a shell would split it; `_` stands for a blank inside of an argument, `~` for `_`. */
  async function writ(line: string, environment: Record<string, string> = {}) {
    const out: string[] = [];
    const err: string[] = [];
    const args = line.split(' ').map((part) => part.replaceAll('_', ' ').replaceAll('~', '_'));
    const context = { WRIT_URL: url, WRIT_TOKEN: 'specialist:sam', ...environment };
    const output = { result: (text: string) => out.push(text), error: (text: string) => err.push(text) };
    const code = await runWrit(CASE_COMMANDS, args, context, output);
    return { code, out: out.join(''), err: err.join('') };
  }

  /** Sends a notice, by default a whole one under Art 16 DSA, and brings it where a person decides it. */
  async function inReview(fields: object = {}): Promise<string> {
    const { caseId } = (await world.call('POST', '/v1/notices', { body: { ...NOTICE, ...fields } })).body;
    world.bringToReview(caseId);
    return caseId;
  }

  return { world, writ, inReview, close: () => server.close() };
}

export type CliWorld = Awaited<ReturnType<typeof cliWorld>>;
