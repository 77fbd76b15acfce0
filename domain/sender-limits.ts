/** How many requests are taken in a window of time; windows begin at whole multiples of their length. */
export interface SenderLimit {
  readonly most: number;
  readonly seconds: number;
}

/**
 * How many requests a sender may make, by what tells senders apart. `network`: whoever sends without a token, by network
 * address; a law firm that sends 300 notices in a minute is not refused. `client`: trusted flaggers and authorities, who
 * are known. `case`: whoever holds the access token of a case, which takes 100 pieces in all.
 */
export const SENDER_LIMITS = {
  network: { most: 360, seconds: 60 },
  client: { most: 1_200, seconds: 60 },
  case: { most: 120, seconds: 600 },
} as const satisfies Readonly<Record<string, SenderLimit>>;
