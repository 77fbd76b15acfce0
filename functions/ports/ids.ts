/** The only source of randomness for ids and for the spread of retries. */
export interface Ids {
  /** A case id: 130 random bits, no personal data, fit for an execution name. */
  caseId(): string;
  /** A reference people can read out: `W-XXXX-XXXXX`. */
  reference(): string;
  /** Any other id with a prefix. */
  id(prefix: string): string;
  /** A whole number from 0 up to and without `below`. */
  number(below: number): number;
}
