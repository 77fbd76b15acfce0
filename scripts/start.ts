import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { assembleProduct, startProduct } from './product.ts';
import { seedProduct } from './seed.ts';

const { PORT = '4400', WRIT_DATA = '.writ', WRIT_NOW, WRIT_SEED, DYNAMODB_ENDPOINT } = process.env;
const dataDirectory = resolve(WRIT_DATA);
const assembly = join(dataDirectory, 'cdk.out');
const seededMark = join(dataDirectory, 'seeded');

await assembleProduct(assembly);
const runtime = await startProduct({
  assembly,
  dataDirectory,
  port: Number(PORT),
  startAt: WRIT_NOW,
  databaseEndpoint: DYNAMODB_ENDPOINT,
});
const { api, states, dynamodb, mail, smtp } = runtime.urls;
console.log(`Writ serves on ${api}

  API reference    ${api}/docs
  OpenAPI          ${api}/openapi.json
  Mailbox          ${mail}
  Demo platform    ${api}/_local/platform/tracks/trk-1001?territory=DE
  Platform ledger  ${api}/_local/platform/ledger
  Partner sandbox  ${api}/_local/partners/label
  On-call sandbox  ${api}/_local/partners/on-call
  Step Functions   ${states}
  DynamoDB         ${dynamodb}${smtp === '' ? '' : `\n  SMTP in          ${smtp}`}
  Data             ${dataDirectory}

A token for the API: curl -s ${api}/_local/token -d '{"role":"specialist","subject":"sam"}'
Stop with Ctrl-C; start again and everything goes on.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void runtime.close().finally(() => process.exit(0));
  });
}

if (WRIT_SEED !== 'none' && !existsSync(seededMark)) {
  await seedProduct(api, (line) => console.log(line));
  writeFileSync(seededMark, '');
}
