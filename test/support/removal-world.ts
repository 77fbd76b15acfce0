import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Engine } from '#local/states/engine';
import type { Execution } from '#local/states/execution';
import { toHistoryEvent } from '#local/states/history-event';
import { readLine } from '#local/states/record';
import type { TaskOutcome, TaskRequest } from '#local/states/services';
import type { CaseRecord } from '../../domain/case.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { LumenNotice } from '../../domain/lumen/notice.ts';
import type { Page } from '../../domain/page-due.ts';
import type { Statement } from '../../domain/transparency-database/statement.ts';
import { applyBatchStep } from '../../functions/legal-removal/apply-batch/handler.ts';
import { authenticateDemandStep } from '../../functions/legal-removal/authenticate-demand/handler.ts';
import { claimRunStep } from '../../functions/legal-removal/claim-run/handler.ts';
import { hearStep } from '../../functions/legal-removal/hear/handler.ts';
import { openDoorbellStep } from '../../functions/legal-removal/open-doorbell/handler.ts';
import { paceRoundStep } from '../../functions/legal-removal/pace-round/handler.ts';
import { parkStep } from '../../functions/legal-removal/park/handler.ts';
import { planStep } from '../../functions/legal-removal/plan/handler.ts';
import { proveBatchStep } from '../../functions/legal-removal/prove-batch/handler.ts';
import { raiseTierStep } from '../../functions/legal-removal/raise-tier/handler.ts';
import { sealCapsulesStep } from '../../functions/legal-removal/seal-capsules/handler.ts';
import { sealCaseStep } from '../../functions/legal-removal/seal-case/handler.ts';
import { tellStep } from '../../functions/legal-removal/tell/handler.ts';
import { validateStep } from '../../functions/legal-removal/validate/handler.ts';
import { fireTimerStep } from '../../functions/operations/fire-timer/handler.ts';
import { fateChange } from '../../functions/operations/record-mail-event/delivery-fate.ts';
import { draftReports } from '../../functions/paging/page-on-call/draft-reports.ts';
import { pageOnCallStep } from '../../functions/paging/page-on-call/handler.ts';
import type { OutboxEntry } from '../../functions/ports/case-store.ts';
import type { CyberTipAnswer, LumenAnswer, OutgoingMail, StoreAnswer } from '../../functions/ports/outside.ts';
import type { PaperDocument } from '../../functions/ports/paper.ts';
import type { Timers } from '../../functions/ports/workflow.ts';
import { VirtualClock } from '../../scripts/conformance/virtual-clock.ts';
import { LEGAL_REMOVAL_STEPS } from '../../workflows/legal-removal/legal-removal-workflow.ts';
import { stepOf, synthesizeRemoval } from '../workflows/legal-removal/synthesized.ts';
import { apiWorld } from './api-world.ts';
import { MemoryPlatform } from './memory-platform.ts';
import { memoryEraser } from './memory-vault.ts';

/** How the platform signs its messages. */
export const PLATFORM = {
  name: 'Beispiel Audio GmbH',
  address: 'Beispielweg 3, 20095 Hamburg',
  contact: 'legal@writ.example',
  authorisedPerson: null,
};
const MACHINE = 'arn:aws:states:eu-central-1:123456789012:stateMachine:legal-removal';
export const PLATFORM_URL = 'http://localhost:4400/_local/platform';
const definition = synthesizeRemoval();

/** A fault to throw instead of running a step: by the step's name, as long as the function gives one. */
export type Faults = Partial<Record<string, () => Error | null>>;

/**
 * The whole removal without a database: the API and the steps over stores in memory, the synthesized machine on the
 * local engine, a clock that jumps from timer to timer.
 */
export class RemovalWorld {
  readonly directory = mkdtempSync(join(tmpdir(), 'writ-removal-'));
  readonly clock: VirtualClock;
  readonly api: ReturnType<typeof apiWorld>;
  readonly platform = new MemoryPlatform();
  readonly mails: OutgoingMail[] = [];
  readonly webhooks: { readonly id: string; readonly body: unknown }[] = [];
  /** What was put on paper. */
  readonly papers: PaperDocument[] = [];
  /** What the Transparency Database holds, and how it answers instead of storing while this gives an answer. */
  readonly stated: Statement[] = [];
  databaseAnswer: (statements: readonly Statement[]) => StoreAnswer | null = () => null;
  /** What Lumen was sent, and how it answers instead of keeping it; null shares nothing. */
  readonly published: LumenNotice[] = [];
  lumenAnswer: ((notice: LumenNotice) => LumenAnswer | null) | null = null;
  /** Where reports can be sent to, from which countries, and what NCMEC has of them: opened, then finished. */
  readonly destinations = {
    addresses: new Map([
      ['bka', 'bka@police.example'],
      ['bka-scrutiny', 'tco@police.example'],
    ]),
    ncmec: true,
  };
  establishments: readonly string[] = ['DE'];
  readonly opened: string[] = [];
  readonly finished: string[] = [];
  /** Called once NCMEC did what was asked: may answer otherwise, or throw as a process that dies. */
  afterNcmec: (did: 'opened' | 'finished') => CyberTipAnswer | null = () => null;
  readonly sealed = new Map<string, Uint8Array>();
  readonly entries: OutboxEntry[] = [];
  /** The timers that timers made. */
  readonly scheduled: { readonly at: string; readonly purpose: string }[] = [];
  readonly faults: Faults = {};
  /** Runs every step a second time with the same input, as after a crash, and notes those that changed something. */
  repeat = false;
  readonly notRepeatable: string[] = [];
  /** Called before a mail is taken: may throw, as a mail service that does not take it. */
  beforeMail: (mail: OutgoingMail) => void = () => undefined;
  /** Called as a mail is taken: may throw, as a crash after the mail service took it. */
  afterMail: () => void = () => undefined;
  /** Called as a webhook is posted: may throw, as a partner that is down. */
  afterWebhook: () => void = () => undefined;
  /** Whether the mail service tells of deliveries. */
  mailTells = true;
  readonly engine: Engine;
  readonly executions = new Map<string, Execution>();
  readonly #relayed = new Map<string, number>();
  #busy = 0;

  constructor(startAt = '2026-10-05T08:00:00.000Z') {
    this.clock = new VirtualClock(Date.parse(startAt));
    this.api = apiWorld(startAt, this.platform);
    this.engine = createEngine({
      directory: this.directory,
      clock: this.clock,
      activity: { begin: () => this.#begin() },
      runTask: (request) => this.#runTask(request),
    });
    this.engine.createStateMachine({ arn: MACHINE, name: 'legal-removal', definition: definition.text });
  }

  now(): string {
    return new Date(this.clock.now()).toISOString();
  }

  record(caseId: string): CaseRecord {
    return this.api.cases.of(caseId).record;
  }

  deliveries(caseId: string): Delivery[] {
    const rows = [...this.api.cases.of(caseId).rows].filter(([key]) => key.startsWith('DELIVERY#'));
    return rows.map(([, value]) => value as Delivery);
  }

  audit(caseId: string): string[] {
    return this.api.cases.of(caseId).events.map(({ type }) => type);
  }

  pages(): OutboxEntry[] {
    return this.entries.filter(({ kind }) => kind === 'page');
  }

  execution(caseId: string, run = 1): Execution {
    return this.executions.get(`${caseId}-${run}`)!;
  }

  history(caseId: string, run = 1): Record<string, unknown>[] {
    return this.execution(caseId, run).lines.map((line) => toHistoryEvent(readLine(line)!));
  }

  /** The state that a run entered last, without reading all of its history. */
  stateOf(caseId: string, run = 1): string | undefined {
    const entered = this.execution(caseId, run).lines.findLast((line) => line.includes('StateEntered'));
    const event = entered === undefined ? undefined : toHistoryEvent(readLine(entered)!);
    return (event?.['stateEnteredEventDetails'] as { name: string } | undefined)?.name;
  }

  /** The states entered by a run, in order. */
  path(caseId: string, run = 1): string[] {
    return this.history(caseId, run).flatMap((event) => {
      const entered = event['stateEnteredEventDetails'] as { name: string } | undefined;
      return entered === undefined ? [] : [entered.name];
    });
  }

  /** Calls the API as a client, then lets everything happen that needs no time. */
  async call(...args: Parameters<ReturnType<typeof apiWorld>['call']>) {
    this.api.at(this.now());
    const answer = await this.api.call(...args);
    await this.settle();
    return answer;
  }

  /** Lets everything happen that needs no time. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await this.engine.durable();
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#busy > 0 || (await this.#relay())) quiet = -1;
    }
  }

  #begin(): () => void {
    this.#busy += 1;
    return () => {
      this.#busy -= 1;
    };
  }

  /** Jumps from timer to timer until `done` or, without it, until nothing is left to happen; at most `most` jumps. */
  async until(done: () => boolean, most = 5_000): Promise<void> {
    await this.settle();
    for (let jump = 0; jump < most && !done(); jump += 1) {
      if (!this.clock.fireNext()) break;
      await this.settle();
    }
    if (!done()) throw new Error('it never came to that');
  }

  /** Runs until the clock has gone forward by `minutes`. */
  async pass(minutes: number): Promise<void> {
    const end = this.clock.now() + minutes * 60_000;
    let over = false;
    this.clock.setTimer(end, () => {
      over = true;
    });
    await this.until(() => over);
  }

  async dispose(): Promise<void> {
    await this.engine.close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** What the relay does with the outbox; true when there was anything. */
  async #relay(): Promise<boolean> {
    let any = false;
    for (const [caseId, { outbox, rows }] of this.api.cases.kept) {
      const done = this.#relayed.get(caseId) ?? 0;
      const fresh = outbox.slice(done);
      this.#relayed.set(caseId, outbox.length);
      for (const entry of fresh) {
        any = true;
        this.entries.push(entry);
        if (entry.kind === 'start') await this.start(caseId, entry.run, entry.stage);
        const token = entry.kind === 'ring' ? (rows.get(`TOKEN#${entry.doorbell}`) as { token: string }) : undefined;
        if (token !== undefined) this.ring(token.token);
      }
    }
    return any;
  }

  async start(caseId: string, run: number, stage: string): Promise<void> {
    const input = JSON.stringify({ caseId, run, stage });
    const name = `${caseId}-${run}`;
    this.executions.set(name, await this.engine.startExecution({ stateMachineArn: MACHINE, name, input }));
  }

  ring(token: string): void {
    this.engine.tokens.find(token)?.complete({ kind: 'succeeded', output: {} });
  }

  async #runTask({ parameters }: TaskRequest): Promise<TaskOutcome> {
    this.api.at(this.now());
    const call = parameters as { FunctionName: string; Payload: never };
    const step = stepOf({ Arguments: call });
    try {
      const fault = this.faults[step]?.() ?? null;
      if (fault !== null) throw fault;
      const contract = LEGAL_REMOVAL_STEPS.find((candidate) => candidate.step === step)!;
      const input = contract.input.parse(call.Payload);
      const output = contract.output.parse(await STEPS[step]!(this.dependencies(), input as never));
      if (this.repeat) await this.#again(step, input as never);
      return { kind: 'succeeded', output: { StatusCode: 200, Payload: output } };
    } catch (error) {
      const { name, message } = error as Error;
      return { kind: 'failed', error: name, cause: JSON.stringify({ errorType: name, errorMessage: message }) };
    }
  }

  async #again(step: string, input: { caseId: string }): Promise<void> {
    const before = this.record(input.caseId).version;
    await STEPS[step]!(this.dependencies(), input as never);
    if (this.record(input.caseId).version !== before) this.notRepeatable.push(step);
  }

  dependencies() {
    const { deps } = this.api;
    return {
      ...deps,
      clock: { now: () => this.now() },
      platform: this.platform,
      platformUrl: PLATFORM_URL,
      executions: { ring: async (token: string) => this.ring(token) },
      evidence: {
        put: async (name: string, bytes: Uint8Array) => {
          if (!this.sealed.has(name)) this.sealed.set(name, bytes);
        },
      },
      eraser: memoryEraser(deps.vault, deps.documents),
      signer: { ...deps.signer, keyId: async () => 'key-1' },
      mailer: { send: (mail: OutgoingMail) => this.#send(mail) },
      webhooks: {
        post: async (_target: string, id: string, body: unknown) => {
          this.webhooks.push({ id, body });
          this.afterWebhook();
        },
      },
      paper: {
        write: async (paper: PaperDocument) => {
          this.papers.push(paper);
          return Buffer.from(`%PDF ${paper.title}`);
        },
      },
      database: { store: async (statements: readonly Statement[]) => this.#store(statements) },
      lumen: this.lumenAnswer === null ? null : { submit: async (notice: LumenNotice) => this.#publish(notice) },
      destinations: this.destinations,
      cyberTipline: {
        open: async (xml: string) => this.#ncmec('opened', xml),
        finish: async (reportId: string) => this.#ncmec('finished', reportId),
      },
      from: 'Writ <legal@writ.example>',
      house: {
        publicUrl: deps.publicUrl,
        platformUrl: PLATFORM_URL,
        platform: PLATFORM,
        calendar: deps.calendar,
      },
    };
  }

  #store(statements: readonly Statement[]): StoreAnswer {
    const answer = this.databaseAnswer(statements);
    if (answer !== null) return answer;
    this.stated.push(...statements);
    return { kind: 'stored', uuids: statements.map(({ puid }) => `uuid-${puid}`) };
  }

  #publish(notice: LumenNotice): LumenAnswer {
    const answer = this.lumenAnswer?.(notice) ?? null;
    if (answer !== null) return answer;
    this.published.push(notice);
    return { kind: 'stored', id: `/notices/${this.published.length}` };
  }

  #ncmec(did: 'opened' | 'finished', what: string): CyberTipAnswer {
    this[did].push(what);
    const answer = this.afterNcmec(did);
    if (answer !== null) return answer;
    return did === 'opened' ? { kind: 'opened', reportId: String(this.opened.length) } : { kind: 'finished' };
  }

  /** What the paging machine does in a round of a page: of the one about the danger in a case, unless another is named. */
  async page(caseId: string, round = 1, page = this.#dangerPage(caseId)): Promise<void> {
    this.api.at(this.now());
    const dependencies = this.dependencies();
    const { platform, platformUrl } = dependencies.house;
    const { establishments, destinations } = this;
    const drafting = { ...dependencies, reporting: { platform, platformUrl, establishments, destinations } };
    const draft = (record: CaseRecord, silent: boolean) => draftReports(drafting, record, silent);
    const webhooks = { ...dependencies.webhooks, pageAcknowledgement: async () => null };
    await pageOnCallStep({ ...dependencies, webhooks, draft }, { caseId, ...page, round });
    await this.settle();
  }

  #dangerPage(caseId: string): Page {
    const { pageId = '', signals = [] } = this.record(caseId).danger ?? {};
    return { pageId, reason: signals.join(' ') };
  }

  async #send(mail: OutgoingMail): Promise<string> {
    this.beforeMail(mail);
    this.mails.push(mail);
    const messageId = `mail-${this.mails.length}`;
    if (this.mailTells) this.clock.setTimer(this.clock.now() + 1_000, () => void this.tellFate(mail, messageId));
    this.afterMail();
    return messageId;
  }

  /** What a one-off schedule does when it fires. */
  async fireTimer(caseId: string, purpose: string): Promise<void> {
    const schedule: Timers['schedule'] = async (_name, at, { purpose = '' }) => {
      this.scheduled.push({ at, purpose });
    };
    const timers = { schedule };
    this.api.at(this.now());
    await fireTimerStep({ ...this.dependencies(), timers }, { caseId, purpose });
    await this.settle();
  }

  /** What the function that takes the mail service's events does. */
  async tellFate(mail: OutgoingMail, messageId: string, kind: 'delivered' | 'bounced' = 'delivered'): Promise<void> {
    const { caseId, deliveryId } = mail;
    await this.api.cases.change(caseId, (record) => {
      const duties = this.deliveries(caseId);
      const delivery = duties.find((candidate) => candidate.deliveryId === deliveryId)!;
      const others = duties.filter((duty) => duty !== delivery);
      const reason = kind === 'bounced' ? 'bounced-permanent' : null;
      const change = fateChange(record, delivery, others, { kind, messageId, reason, at: this.now() });
      return change === null ? { result: null } : { change, result: null };
    });
  }
}

// biome-ignore lint/suspicious/noExplicitAny: one table over steps of many inputs
const STEPS: Readonly<Record<string, (dependencies: any, input: never) => Promise<unknown>>> = {
  'claim-run': claimRunStep,
  validate: validateStep,
  plan: planStep,
  'authenticate-demand': authenticateDemandStep,
  hear: hearStep,
  'open-doorbell': openDoorbellStep,
  'raise-tier': raiseTierStep,
  'seal-capsules': sealCapsulesStep,
  'apply-batch': applyBatchStep,
  'prove-batch': proveBatchStep,
  'pace-round': paceRoundStep,
  tell: tellStep,
  'seal-case': sealCaseStep,
  park: parkStep,
};
