import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { LocalClock } from '#local/ports';
import { statesHandler } from '#local/states/api/handler';
import { createEngine } from '#local/states/engine';

/* A process that runs the engine on a directory and logs each task it is asked for; the parent kills it at will. */
const [directory, asked, definition] = process.argv.slice(2) as [string, string, string];
const arn = 'arn:aws:states:eu-central-1:111111111111:stateMachine:machine';
const clock: LocalClock = {
  now: () => Date.now(),
  setTimer: (dueAt, callback) => {
    const timer = setTimeout(callback, Math.max(0, dueAt - Date.now()));
    return () => clearTimeout(timer);
  },
};
const engine = createEngine({
  directory,
  clock,
  runTask: async ({ executionArn, state, parameters, taskToken }) => {
    const { Payload } = parameters as { Payload: { step: number } };
    appendFileSync(asked, `${JSON.stringify({ executionArn, state, step: Payload.step, taskToken })}\n`);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
    return { kind: 'succeeded', output: { Payload: { step: Payload.step + 1 } } };
  },
});
engine.createStateMachine({ arn, name: 'machine', definition });
engine.resume();
const handler = statesHandler(engine);
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    const target = String(request.headers['x-amz-target']);
    const answer = await handler({
      method: 'POST',
      path: '/',
      query: new URLSearchParams(),
      headers: { 'x-amz-target': target },
      body: Buffer.concat(chunks),
    });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : 0}\n`);
});
