export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    'scope-enum': [
      2,
      'always',
      [
        'domain',
        'functions',
        'workflows',
        'infra',
        'local',
        'cli',
        'console',
        'scripts',
        'bench',
        'test',
        'docs',
        'deps',
        'ci',
      ],
    ],
    'scope-empty': [2, 'never'],
    'header-max-length': [2, 'always', 72],
    'body-max-line-length': [0],
  },
};
