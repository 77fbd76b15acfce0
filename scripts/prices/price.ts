/** A list price without tax and without any free tier. */
export interface Price {
  readonly service: string;
  /** What is priced. */
  readonly item: string;
  /** What `usd` buys one of. */
  readonly unit: string;
  /** US dollars for one unit. */
  readonly usd: number;
  /** The page that says so. */
  readonly source: string;
  /** The month as of which it is known, `YYYY-MM`. */
  readonly asOf: string;
  readonly region: 'eu-central-1';
  /** `known`: as published, not looked up there again; `uncertain`: that of another region, or changed lately. */
  readonly certainty: 'known' | 'uncertain';
}
