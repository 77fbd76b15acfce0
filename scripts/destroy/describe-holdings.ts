import { type HeldBucket, type HeldKey, type Holding, survives } from './holdings.ts';

/** What would become of it, in a sentence, before anybody agreed. */
export function fateOf(holding: Holding): string {
  switch (holding.kind) {
    case 'bucket':
      return bucketFate(holding);
    case 'table':
      return holding.retained
        ? `stays   the table ${holding.name} with about ${holding.rows} rows; it is protected from deletion.`
        : `goes    the table ${holding.name} with about ${holding.rows} rows; its last state stays as a backup of DynamoDB's own for 35 days.`;
    case 'key':
      return keyFate(holding);
    case 'login':
      return holding.retained
        ? `stays   the user pool ${holding.id} with everybody in it.`
        : `goes    the user pool ${holding.id} with everybody in it.`;
    case 'logs':
      return `${holding.retained ? 'stay  ' : 'go    '}  ${holding.names.length} log groups.`;
    default:
      return holding satisfies never;
  }
}

function bucketFate({ name, retained, versions, lock }: HeldBucket): string {
  const counted = `the bucket ${name} with ${versions} versions of objects`;
  if (lock !== null) {
    return `stays   ${counted}: Object Lock keeps them (${inWords(lock.mode)}) until ${lock.until}, as far as the newest ${lock.lookedAt} tell.`;
  }
  return retained ? `stays   ${counted}.` : `goes    ${counted}.`;
}

function inWords(mode: string): string {
  return mode === 'COMPLIANCE' ? 'compliance: not even the root of the account can shorten it' : 'governance';
}

function keyFate({ id, description, retained, signs, windowDays }: HeldKey): string {
  const key = `the key ${id} (${description})`;
  if (retained) return `stays   ${key}.`;
  const loss = signs
    ? 'its public key is then no longer to be had, so save /.well-known/jwks.json first: evidence is verified with it'
    : 'from then on nobody can read any document, notice or evidence that is kept, in backups and under Object Lock too';
  return `ends    ${key} ${windowDays} days later; ${loss}. Until then: \`aws kms cancel-key-deletion --key-id ${id}\`.`;
}

/** What is left of it and how to remove that later, after the stacks went; null when nothing is. */
export function remainderOf(holding: Holding): string | null {
  if (!survives(holding)) return null;
  switch (holding.kind) {
    case 'bucket': {
      const when = holding.lock === null ? '' : ` after ${holding.lock.until}`;
      return `The bucket ${holding.name}: empty it of all versions${when}, then \`aws s3api delete-bucket --bucket ${holding.name}\`.`;
    }
    case 'table':
      return `The table ${holding.name}: once the law lets you, \`aws dynamodb update-table --table-name ${holding.name} --no-deletion-protection-enabled\`, then \`aws dynamodb delete-table --table-name ${holding.name}\`.`;
    case 'key':
      return holding.retained
        ? `The key ${holding.id} (${holding.description}): last of all, \`aws kms schedule-key-deletion --key-id ${holding.id} --pending-window-in-days 30\`; what it encrypted is lost with it.`
        : `The key ${holding.id} (${holding.description}) ends ${holding.endsAt ?? 'by itself'}; until then \`aws kms cancel-key-deletion --key-id ${holding.id}\` keeps it.`;
    case 'login':
      return `The user pool ${holding.id}: \`aws cognito-idp update-user-pool --user-pool-id ${holding.id} --deletion-protection INACTIVE\`, then \`aws cognito-idp delete-user-pool --user-pool-id ${holding.id}\`.`;
    case 'logs':
      return `${holding.names.length} log groups: \`aws logs delete-log-group --log-group-name <name>\`.`;
    default:
      return holding satisfies never;
  }
}
