import { confirmation, germanNotice, rejection, removalOrder, restriction } from '../../scripts/examples.ts';
import type { LocalClient } from '../../scripts/local-client.ts';

/** A kind of case, and what people do with it. */
export interface Scenario {
  /** Sends it; gives the id of the case. */
  readonly send: (client: LocalClient, place: Place) => Promise<string>;
  /** What people do once it waits for review. */
  readonly decide: (client: LocalClient, caseId: string) => Promise<void>;
}

/** Where a case is sent, and about which item of its own. */
export interface Place {
  readonly api: string;
  readonly number: number;
}

/** The reviewer looks at the queue and at the case first, as everybody does. */
async function look(client: LocalClient, caseId: string): Promise<void> {
  const token = await client.token('specialist', 'sam');
  await client.must('GET', '/v1/cases?limit=25', undefined, token);
  await client.must('GET', `/v1/cases/${caseId}`, undefined, token);
}

async function sendNotice(client: LocalClient, { api, number }: Place): Promise<string> {
  return (await client.notice(germanNotice(api, `tracks/trk-bulk-${number}`))).caseId;
}

/** The kinds of cases that are counted. */
export const SCENARIOS = {
  /** A notice under Art 16 DSA about one item: restricted in one country. */
  restricted: {
    send: sendNotice,
    decide: async (client, caseId) => {
      await look(client, caseId);
      await client.decide(caseId, 'specialist', 'sam', restriction(['item-1'], ['DE']));
    },
  },
  /** The same notice: rejected. */
  rejected: {
    send: sendNotice,
    decide: async (client, caseId) => {
      await look(client, caseId);
      await client.decide(caseId, 'specialist', 'sam', rejection());
    },
  },
  /** A removal order under Art 3 TCO about one item: acted on first, then confirmed by two persons. */
  order: {
    send: async (client, { api, number }) => {
      const order = removalOrder(api, await client.now(), `tracks/trk-bulk-${number}`);
      return (await client.order({ ...order, reference: `BKA-2026-${number}` }, 'de-bka')).caseId;
    },
    decide: async (client, caseId) => {
      await look(client, caseId);
      await client.decide(caseId, 'specialist', 'sam', confirmation());
      await client.idle();
      const counsel = await client.token('counsel', 'carla');
      await client.must('GET', `/v1/cases/${caseId}`, undefined, counsel);
      const verdict = { verdict: 'approve', reason: 'The order is valid.' };
      await client.must('POST', `/v1/cases/${caseId}/approval`, verdict, counsel);
    },
  },
} as const satisfies Readonly<Record<string, Scenario>>;

/** The name of a kind of case. */
export type ScenarioName = keyof typeof SCENARIOS;
