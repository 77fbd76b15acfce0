import { defineConfig } from 'vitest/config';
import { COMPILED } from './test/support/compiled.ts';
import { useMemoryForFiles } from './test/support/memory-files.ts';

/** One for each of two cores: a product runs two dozen threads of its own, and more at once slow each other down. */
const WORKERS = 2;

useMemoryForFiles();
// Templates are held against the rules of CloudFormation by `npm run synth`; each synthesis under test would take seconds to do it again.
process.env['CDK_VALIDATION'] = 'false';

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    // Tests make much and keep little: a larger young generation is collected less often.
    execArgv: ['--max-semi-space-size=64'],
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', NODE_COMPILE_CACHE: COMPILED },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/**', 'test/browser/**', 'test/permissions/**'],
          // Loading the same modules for each of a hundred files takes longer than most of them; nothing of ours is mocked.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 120_000,
          isolate: false,
          globalSetup: ['test/journeys/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'permissions',
          include: ['test/permissions/**/*.test.ts'],
          // After the journeys, which write down what the functions ask of AWS.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          globalSetup: ['test/journeys/setup.ts'],
        },
      },
    ],
    coverage: { provider: 'v8', include: ['domain/**', 'functions/**'], reporter: ['text-summary', 'json-summary'] },
  },
});
