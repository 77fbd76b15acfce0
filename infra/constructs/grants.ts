import type { Need } from '../../functions/ports/needs.ts';
import {
  allow,
  arn,
  caseTables,
  counting,
  documents,
  evidence,
  executionArn,
  type Grant,
  indexes,
  join,
  machineArn,
  machineArns,
  machines,
  registered,
  settings,
  timers,
  unwrapping,
  type World,
  wrapping,
} from './grant-blocks.ts';

/** Why objects cannot be named one by one. */
const EVERY_CASE = 'objects are named after cases; what lies in them is encrypted under keys of each case';

/** Why executions cannot be named one by one. */
const NAMED_AFTER_CASES = 'executions are named after cases';

const WATCH_INDEX = 'watch';
const CASE_INDEXES = ['by-due', 'by-basis-due', WATCH_INDEX];

/** What each need brings: exactly its actions on exactly its resources. */
const GRANTS: Readonly<Record<Need, (world: World) => Grant>> = {
  'cases:read': (world) =>
    join(caseTables(world), allow(['dynamodb:GetItem', 'dynamodb:Query'], [world.storage.tables.cases.tableArn])),
  'cases:list': (world) =>
    join(
      caseTables(world),
      allow(['dynamodb:Query'], indexes(world.storage.tables.cases.tableArn, CASE_INDEXES)),
      allow(['dynamodb:GetItem'], [world.storage.tables.cases.tableArn]),
    ),
  'cases:watch': (world) =>
    join(caseTables(world), allow(['dynamodb:Query'], indexes(world.storage.tables.cases.tableArn, [WATCH_INDEX]))),
  'cases:tokens': (world) =>
    join(caseTables(world), allow(['dynamodb:PutItem'], [world.storage.tables.cases.tableArn])),
  'cases:exist': (world) =>
    join(
      settings({ CASE_TABLE: world.storage.tables.cases.tableName }),
      allow(['dynamodb:BatchGetItem'], [world.storage.tables.cases.tableArn]),
    ),
  'cases:write': (world) =>
    join(
      caseTables(world),
      unwrapping(world),
      allow(['dynamodb:PutItem'], [world.storage.tables.cases.tableArn, world.storage.tables.audit.tableArn]),
    ),
  'cases:create': (world) =>
    join(
      caseTables(world),
      wrapping(world),
      allow(['dynamodb:PutItem'], [world.storage.tables.cases.tableArn, world.storage.tables.audit.tableArn]),
    ),
  'authorities:read': (world) => join(caseTables(world), registered(world)),
  'senders:count': (world) => join(caseTables(world), counting(world)),
  'documents:read': (world) =>
    join(
      documents(world),
      unwrapping(world),
      allow(['s3:GetObject'], [`${world.storage.documentsArn}/*`], EVERY_CASE),
      // Without it an object that is not there reads as one that may not be read.
      allow(['s3:ListBucket'], [world.storage.documentsArn]),
    ),
  'documents:write': (world) =>
    join(documents(world), unwrapping(world), allow(['s3:PutObject'], [`${world.storage.documentsArn}/*`], EVERY_CASE)),
  'documents:sweep': (world) =>
    join(
      documents(world),
      allow(['s3:ListBucket', 's3:ListBucketVersions'], [world.storage.documentsArn]),
      allow(['s3:DeleteObjectVersion'], [`${world.storage.documentsArn}/*`], EVERY_CASE),
    ),
  'keys:use': (world) => join(caseTables(world), unwrapping(world)),
  // The one need that changes a row of the keys table: elsewhere rows are put once, under a condition.
  'keys:destroy': (world) =>
    join(caseTables(world), allow(['dynamodb:Query', 'dynamodb:UpdateItem'], [world.storage.tables.keys.tableArn])),
  'keys:make': (world) => join(caseTables(world), wrapping(world), unwrapping(world)),
  'evidence:read': (world) =>
    join(
      evidence(world),
      allow(['s3:GetObject'], [`${world.storage.evidenceArn}/*`], EVERY_CASE),
      allow(['s3:ListBucket'], [world.storage.evidenceArn]),
    ),
  'evidence:write': (world) =>
    join(evidence(world), allow(['s3:PutObject'], [`${world.storage.evidenceArn}/*`], EVERY_CASE)),
  'audit:read': (world) => join(caseTables(world), allow(['dynamodb:Query'], [world.storage.tables.audit.tableArn])),
  'audit:days': (world) =>
    join(caseTables(world), allow(['dynamodb:Query'], indexes(world.storage.tables.audit.tableArn, ['by-day']))),
  'audit:append': (world) =>
    join(caseTables(world), allow(['dynamodb:Query', 'dynamodb:PutItem'], [world.storage.tables.audit.tableArn])),
  'executions:start': (world) => join(machines(world), allow(['states:StartExecution'], machineArns(world))),
  'executions:ring': (world) =>
    join(machines(world), allow(['states:SendTaskSuccess'], [machineArn(world, world.removalMachineName)])),
  'executions:name': (world) => machines(world),
  'executions:status': (world) =>
    join(
      machines(world),
      allow(['states:DescribeExecution'], [executionArn(world, world.removalMachineName)], NAMED_AFTER_CASES),
    ),
  'executions:history': (world) =>
    join(
      machines(world),
      allow(['states:GetExecutionHistory'], [executionArn(world, world.removalMachineName)], NAMED_AFTER_CASES),
    ),
  'mail:send': (world) =>
    join(
      settings({ MAIL_FROM: world.parameters.mailFrom, MAIL_CONFIGURATION_SET: world.mailConfigurationSetName }),
      allow(
        ['ses:SendRawEmail'],
        [
          arn(world, 'ses', `identity/${world.parameters.mailDomain}`),
          arn(world, 'ses', `configuration-set/${world.mailConfigurationSetName}`),
        ],
      ),
    ),
  platform: (world) =>
    settings({ PLATFORM_URL: world.parameters.platformUrl, PLATFORM_TOKEN: world.parameters.platformToken }),
  'platform-identity': (world) =>
    settings({ PLATFORM_NAME: world.parameters.platformName, PLATFORM_ADDRESS: world.parameters.platformAddress }),
  'transparency-database': (world) =>
    settings({
      TRANSPARENCY_DATABASE_URL: world.parameters.transparencyDatabaseUrl,
      TRANSPARENCY_DATABASE_TOKEN: world.parameters.transparencyDatabaseToken,
    }),
  lumen: (world) => settings({ LUMEN_URL: world.parameters.lumenUrl, LUMEN_TOKEN: world.parameters.lumenToken }),
  ncmec: (world) =>
    settings({
      NCMEC_URL: world.parameters.ncmecUrl,
      NCMEC_USERNAME: world.parameters.ncmecUsername,
      NCMEC_PASSWORD: world.parameters.ncmecPassword,
    }),
  'report-destinations': (world) =>
    settings({
      ESTABLISHMENTS: world.parameters.establishments,
      REPORT_ADDRESSES: world.parameters.reportAddresses,
      NCMEC_URL: world.parameters.ncmecUrl,
      MAIL_FROM: world.parameters.mailFrom,
    }),
  partner: (world) =>
    settings({
      PARTNER_URL: world.parameters.partnerUrl,
      ON_CALL_URL: world.parameters.onCallUrl,
      WEBHOOK_SECRET: world.parameters.webhookSecret,
    }),
  'on-call': (world) =>
    settings({
      PARTNER_URL: world.parameters.partnerUrl,
      ON_CALL_URL: world.parameters.onCallUrl,
      WEBHOOK_SECRET: world.parameters.webhookSecret,
    }),
  sign: (world) =>
    join(
      settings({ SIGNING_KEY: world.storage.signingKey.keyArn }),
      allow(['kms:Sign', 'kms:GetPublicKey'], [world.storage.signingKey.keyArn]),
    ),
  'public-keys': (world) =>
    join(
      settings({ SIGNING_KEY: world.storage.signingKey.keyArn }),
      allow(['kms:GetPublicKey'], [world.storage.signingKey.keyArn]),
    ),
  timers: (world) => timers(world),
  callers: (world) => settings({ ISSUER: world.issuer }),
  'public-url': (world) => settings({ PUBLIC_URL: world.parameters.publicUrl }),
};

/** The settings and the permissions of one need. */
export function grantOf(need: Need, world: World): Grant {
  return GRANTS[need](world);
}
