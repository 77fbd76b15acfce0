import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../cli/commands.ts';
import { runWrit } from '../../cli/run-writ.ts';
import { admit, ROUTES } from '../../domain/access.ts';
import { Role } from '../../domain/party.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { documentText, runbookPaths, shellLines, writCommands } from './documented-commands.ts';

/** The part of README that operators read; before it, the walk-through sets each token itself. */
const TROUBLESHOOT = documentText('README.md').split('## Troubleshoot')[1] ?? '';

const commands = [
  ...runbookPaths().flatMap((path) => writCommands(path, documentText(path))),
  ...writCommands('README.md', TROUBLESHOOT),
];

let server: Server;
let url = '';
const calls: { readonly method: string; readonly path: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    calls.push({ method: request.method ?? '', path: new URL(request.url ?? '/', url).pathname });
    response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterAll(() => server.close());

/** The route that a documented command calls; its own sentence where it does not come that far. */
async function routeOf(line: string): Promise<string> {
  calls.length = 0;
  const errors: string[] = [];
  const output = { result: () => true, error: (text: string) => errors.push(text) };
  await runWrit(COMMANDS, line.split(' '), { WRIT_URL: url, WRIT_TOKEN: 'token' }, output);
  const [call] = calls;
  if (call === undefined) return `${line}: ${errors.join('')}`;
  const route = ROUTES.find(({ method, path }) => {
    const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
    return method === call.method && pattern.test(call.path);
  });
  return `${route?.method} ${route?.path}`;
}

describe('a command of writ in the runbooks and in README', () => {
  it('is found in blocks and in sentences', () => {
    const text =
      'Run `writ case show <caseId>` (lead).\n```sh\nwrit case list --state closed  # operator or lead\n```\n';
    expect(writCommands('file', text)).toEqual([
      { file: 'file', line: 'case list --state closed', roles: ['operator', 'lead'] },
      { file: 'file', line: 'case show <caseId>', roles: ['lead'] },
    ]);
    expect(commands.length).toBeGreaterThan(30);
  });

  it.each(commands)('is one that the roles beside it may call: $file: writ $line', async ({ line, roles }) => {
    const route = await routeOf(line);
    const [method = '', path = ''] = route.split(' ');
    expect(roles, 'whose token?').not.toEqual([]);
    for (const role of roles)
      expect([role, admit(method, path, Role.parse(role)), route]).toEqual([role, 'admitted', route]);
  });
});

describe('a script that the runbooks start', () => {
  const scripts = runbookPaths()
    .flatMap((path) => shellLines(documentText(path)))
    .flatMap((line) => [...line.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name));

  it.each([...new Set(scripts)])('is in package.json: %s', (name) => {
    expect(packageFile.scripts).toHaveProperty([name]);
  });
});
