import { startRuntime } from '#local/main';

// Run as a process of its own, to be killed: node serve.ts <assembly> <data directory>
const [assembly = '', dataDirectory = ''] = process.argv.slice(2);
const options = {
  assembly,
  dataDirectory,
  port: 0,
  platformToken: 'token',
  partnerSecret: 'whsec_dGVzdA==',
  transparencyDatabaseToken: 't',
  lumenToken: 'token',
  ncmec: { username: 'u', password: 'p' },
};
const runtime = await startRuntime({ ...options, log: (line) => process.stderr.write(`${line}\n`) });
process.stdout.write(`${runtime.urls.api}\n`);
