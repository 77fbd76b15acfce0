import * as z from 'zod';
import { type ApiAnswer, ApiClient } from './api-client.ts';

/** An answer of the product. */
export type LocalAnswer = ApiAnswer;

const Received = z.object({
  caseId: z.string(),
  reference: z.string(),
  accessToken: z.string().optional(),
  receivedAt: z.string(),
  state: z.string(),
});
const Token = z.object({ access_token: z.string() });
const Lease = z.object({ leaseId: z.string(), expiresAt: z.string() });

/** The part of a case's view that scripts look at. */
export const CaseView = z.object({
  caseId: z.string(),
  reference: z.string(),
  legalBasis: z.string(),
  state: z.string(),
  outcome: z.string().nullable(),
  tier: z.number(),
  items: z.array(
    z.object({
      itemId: z.string(),
      url: z.string(),
      components: z.array(z.string()),
      territories: z.array(z.string()),
      effects: z.record(z.string(), z.enum(['proven', 'pending', 'failed'])),
    }),
  ),
  deliveries: z.array(
    z.object({ deliveryId: z.string(), to: z.string(), channel: z.string(), kind: z.string(), state: z.string() }),
  ),
  parked: z.object({ reason: z.string(), owner: z.string() }).nullable(),
});
export type CaseView = z.infer<typeof CaseView>;

/** Talks to a product on this machine over HTTP: as any caller, and as the one who drives the clock. */
export class LocalClient extends ApiClient {
  readonly #tokens = new Map<string, string>();

  /** An access token of a role; kept until the clock is moved. */
  async token(role: string, subject: string): Promise<string> {
    const known = this.#tokens.get(`${role}/${subject}`);
    if (known !== undefined) return known;
    const token = Token.parse(await this.must('POST', '/_local/token', { role, subject })).access_token;
    this.#tokens.set(`${role}/${subject}`, token);
    return token;
  }

  /** Submits a notice as the public. */
  async notice(notice: unknown): Promise<z.output<typeof Received>> {
    return Received.parse(await this.must('POST', '/v1/notices', notice));
  }

  /** Submits an order as its authority. */
  async order(order: unknown, authority: string): Promise<z.output<typeof Received>> {
    return Received.parse(await this.must('POST', '/v1/orders', order, await this.token('authority', authority)));
  }

  /** The case as a lead sees it. */
  async view(caseId: string): Promise<CaseView> {
    return CaseView.parse(await this.must('GET', `/v1/cases/${caseId}`, undefined, await this.token('lead', 'lea')));
  }

  /** Claims a case and decides it as one person. */
  async decide(caseId: string, role: string, subject: string, decision: Record<string, unknown>): Promise<void> {
    const token = await this.token(role, subject);
    const { leaseId } = Lease.parse(await this.must('POST', `/v1/cases/${caseId}/claim`, {}, token));
    await this.must('POST', `/v1/cases/${caseId}/decision`, { leaseId, ...decision }, token);
  }

  /** The instant on the driven clock, RFC 3339 in UTC. */
  async now(): Promise<string> {
    return z.object({ now: z.string() }).parse(await this.must('GET', '/_local/clock')).now;
  }

  /** Waits until nothing is due now. */
  async idle(timeoutMs = 120_000): Promise<void> {
    await this.must('POST', '/_local/idle', { timeoutMs });
  }

  /** Moves the driven clock forward by an ISO 8601 duration, then waits until nothing is due. */
  async advance(duration: string): Promise<void> {
    await this.must('POST', '/_local/clock', { advance: duration });
    this.#tokens.clear();
    await this.idle();
  }

  /** Advances in steps until `reached` holds for the case. @throws Error when it never does */
  async until(caseId: string, reached: (view: CaseView) => boolean, step = 'PT1M', steps = 60): Promise<CaseView> {
    await this.idle();
    for (let tried = 0; tried <= steps; tried += 1) {
      const view = await this.view(caseId);
      if (reached(view)) return view;
      await this.advance(step);
    }
    const { state, parked, deliveries } = await this.view(caseId);
    throw new Error(`${caseId} is still ${state} ${JSON.stringify({ parked, deliveries })}`);
  }
}
