/** Who may import whom; the table of docs/architecture.md. Each rule names the folder and what it may not reach. */
const ONLY = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { pathNot: allowed },
});

const CORE = '^node_modules/(zod|temporal-polyfill)/';

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'types may name each other; what runs may not',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ONLY('domain-is-pure', '^domain/', ['^domain/', CORE], 'rules know no machine: hashing and holidays are arguments'),
    ONLY(
      'ports-are-types',
      '^functions/ports/',
      ['^domain/', '^functions/ports/', CORE],
      'what functions need, without how it is done',
    ),
    ONLY(
      'contracts-are-data',
      '^functions/.*/contract\\.ts$',
      [
        '^domain/',
        '^functions/ports/',
        '^functions/http/[^/]+\\.ts$',
        '^functions/runtime/(request-body|route|step-handler)\\.ts$',
        'contract\\.ts$',
        CORE,
      ],
      'workflows, infra and the OpenAPI document read them',
    ),
    {
      name: 'sdk-only-in-adapters',
      severity: 'error',
      from: { path: '^(domain|functions|workflows|infra|cli)/', pathNot: '^functions/(adapters|parts)/' },
      to: { path: '^node_modules/@aws-sdk/' },
    },
    {
      name: 'adapters-know-no-steps',
      severity: 'error',
      from: { path: '^functions/adapters/' },
      to: { path: '^(functions/(?!adapters|ports)|workflows|infra|local|scripts|cli)' },
    },
    {
      name: 'runtime-knows-no-adapters',
      severity: 'error',
      from: { path: '^functions/runtime/' },
      to: { path: '^(functions/(?!runtime|ports)|workflows|infra|local|scripts|cli)' },
    },
    {
      name: 'functions-know-no-machine',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(workflows|infra|local|scripts|cli|bench|test)/|^node_modules/(aws-cdk-lib|constructs)/' },
    },
    {
      name: 'steps-are-alone',
      severity: 'error',
      comment: "a step never imports another step's handler",
      from: { path: '^functions/(?!adapters|ports|parts|runtime)' },
      to: { path: '^functions/.*/handler\\.ts$' },
    },
    {
      name: 'workflows-read-contracts',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^functions/(?!.*contract\\.ts$|ports/)|^(infra|local|scripts|cli|test)/|^node_modules/@aws-sdk/' },
    },
    {
      name: 'infra-reads-contracts',
      severity: 'error',
      from: { path: '^infra/' },
      to: {
        path: '^functions/(?!.*contract\\.ts$|ports/|http/routes\\.ts$)|^(local/(?!template/supported-types)|scripts|cli|test)/',
      },
    },
    {
      name: 'local-runs-the-template',
      severity: 'error',
      comment: 'else it would not run what is deployed',
      from: { path: '^local/' },
      to: { path: '^(functions|workflows|infra|scripts|cli|test)/|^node_modules/(aws-cdk-lib|constructs)/' },
    },
    {
      name: 'cli-talks-http',
      severity: 'error',
      from: { path: '^cli/' },
      to: {
        path: '^(functions/(?!adapters/holiday-calendar)|workflows|infra|local|scripts|test)/|^node_modules/@aws-sdk/',
      },
    },
    ONLY(
      'console-talks-http',
      '^console/',
      ['^console/', '^domain/', CORE, '^node_modules/(@mantine|@tanstack|react|react-dom|react-i18next|i18next)/'],
      'pages run in a browser and know the rules, not the house',
    ),
    {
      name: 'nobody-imports-pages',
      severity: 'error',
      from: { pathNot: '^(console|test)/' },
      to: { path: '^console/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    exclude: { path: '^(dist|cdk\\.out|coverage|\\.writ)/' },
  },
};
