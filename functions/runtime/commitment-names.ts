import { payloadIdOf } from './commitment.ts';

/** Folders of documents, whose names may hold points of their own. */
const FOLDERS = new Set([
  'addresses',
  'approvals',
  'attachments',
  'capsules',
  'decisions',
  'holds',
  'information',
  'messages',
  'notes',
  'questions',
  'remarks',
  'withdrawals',
  'wordings',
]);

/**
 * The key of the document that a payload stands for: the one its event names when it fits, else the payload's name
 * taken apart again.
 */
export function documentKeyOf(caseId: string, payloadId: string, named: string | null): string {
  if (named !== null && payloadIdOf(named) === payloadId) return named;
  const [personId = '', folder = '', ...rest] = payloadId.split('.');
  return `${caseId}/${personId}/${nameOf(folder, rest)}`;
}

function nameOf(folder: string, rest: readonly string[]): string {
  if (!FOLDERS.has(folder) || rest.length === 0) return [folder, ...rest].join('.');
  // A capsule lies below its decision, by the number of its batch.
  if (folder === 'capsules' && rest.length > 1) return `${folder}/${rest.slice(0, -1).join('.')}/${rest.at(-1)}`;
  return `${folder}/${rest.join('.')}`;
}
