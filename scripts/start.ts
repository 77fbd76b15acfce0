import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Runtime } from '../local/main.ts';
import { refuseDataFolder } from './data-folder.ts';
import { assembleProduct, startProduct } from './product.ts';
import { seedProduct } from './seed.ts';
import { readStartSettings, type StartSettings, startRefusal } from './start-settings.ts';

const read = readStartSettings(process.env);
if ('refusals' in read) {
  for (const refusal of read.refusals) console.error(refusal);
  process.exit(1);
}
const { settings } = read;
const { dataDirectory } = settings;
const unusable = refuseDataFolder(dataDirectory);
if (unusable !== null) {
  console.error(unusable);
  process.exit(1);
}
const seededMark = join(dataDirectory, 'seeded');
const runtime = await start(settings);
const { api, states, dynamodb, mail, smtp } = runtime.urls;
console.log(`Writ serves on ${api}

  Public form      ${api}/notice
  API reference    ${api}/docs
  OpenAPI          ${api}/openapi.json
  Mailbox          ${mail}
  Demo platform    ${api}/_local/platform/tracks/trk-1001?territory=DE
  Platform ledger  ${api}/_local/platform/ledger
  Partner sandbox  ${api}/_local/partners/label
  On-call sandbox  ${api}/_local/partners/on-call
  Transparency DB  ${api}/_local/transparency-database
  Lumen            ${api}/_local/lumen
  CyberTipline     ${api}/_local/ncmec
  Step Functions   ${states}
  DynamoDB         ${dynamodb}${smtp === '' ? '' : `\n  SMTP in          ${smtp}`}
  Data             ${dataDirectory}

A token for the API: curl -s ${api}/_local/token -d '{"role":"specialist","subject":"sam"}'
Stop with Ctrl-C; start again and everything goes on.`);

async function start({ port, startAt, databaseEndpoint }: StartSettings): Promise<Runtime> {
  const assembly = join(dataDirectory, 'cdk.out');
  try {
    await assembleProduct(assembly);
    return await startProduct({ assembly, dataDirectory, port, startAt, databaseEndpoint });
  } catch (error) {
    const refusal = startRefusal(error, settings);
    if (refusal === null) throw error;
    console.error(refusal);
    process.exit(1);
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void runtime.close().finally(() => process.exit(0));
  });
}

if (settings.seeds && !existsSync(seededMark)) {
  await seedProduct(api, (line) => console.log(line));
  writeFileSync(seededMark, '');
}
