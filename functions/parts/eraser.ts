import { documentClient } from '#adapters/dynamodb-client';
import { DynamoDbKeys } from '#adapters/dynamodb-keys';
import { systemClock } from '#runtime/clock';
import { readConfig, Setting } from '#runtime/config';
import type { Eraser } from '../ports/eraser.ts';
import { buildFolders } from './orphans.ts';

/** What erases persons, in this process. */
export function buildEraser(): Eraser {
  const { KEY_TABLE } = readConfig({ KEY_TABLE: Setting.KEY_TABLE });
  const keys = new DynamoDbKeys(documentClient(), KEY_TABLE, systemClock);
  const folders = buildFolders();
  return {
    personsOf: (caseId) => keys.personsOf(caseId),
    destroyKey: (caseId, personId) => keys.destroy(caseId, personId),
    removeDocuments: async (caseId, prefix) => {
      const versions = await folders.versions(caseId);
      await folders.remove(versions.filter(({ key }) => key.startsWith(`${caseId}/${prefix}`)));
    },
    removeEarlier: async (caseId, name) => {
      const versions = await folders.versions(caseId);
      await folders.remove(versions.filter(({ key, isLatest }) => key === `${caseId}/${name}` && !isLatest));
    },
  };
}
