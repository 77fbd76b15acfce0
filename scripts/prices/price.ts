/** A list price. */
export interface Price {
  readonly service: string;
  readonly item: string;
  /** What one costs `usd`. */
  readonly unit: string;
  /** Dollars of the United States, without tax. */
  readonly usd: number;
  /** The page that says so. */
  readonly source: string;
  /** The month for which it was last compared, `YYYY-MM`. */
  readonly asOf: string;
  readonly region: string;
}
