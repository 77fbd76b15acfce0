import {
  BUSY_HOURS,
  FATE_MINUTES,
  LONGEST_LOOK_SECONDS,
  LOOK_SECONDS,
  LOOK_SPREAD,
} from '../../../functions/legal-removal/tell/contract.ts';
import { CASES_EACH_SWEEP } from '../../../functions/operations/sweep-open-cases/contract.ts';
import { RETRY_AFTER_SECONDS } from '../../../functions/runtime/unavailable.ts';
import { RELAY_BATCH, RELAY_RETRIES } from '../../../infra/constructs/outbox-relay.ts';
import { OVERLOAD } from '../../../workflows/shared/retry-policies.ts';
import { caseOf, type OutboxRow, orderOf, runs, type World } from './world.ts';

const MINUTE = 60;
const HOUR = 3_600;
/** The longest that a sender waits before it sends again what the gateway refused, in seconds. */
const SENDER_PATIENCE = 60;
/** Transitions that an execution makes in a second when nothing holds it up. */
const PACE = 4;

/** Demands come in: past the gateway, past the count of their sender, into one transaction. */
export function takeIn(world: World, second: number): void {
  const { flood, buckets, measures } = world;
  for (const notice of world.senders.take(second)) {
    measures.sender.enter(notice, second);
    const { intakeSeconds, intakeWrites } = caseOf(flood, notice);
    if (!buckets.gateway.take(second))
      refuse(world, notice, second, '429', Math.ceil(world.random() * SENDER_PATIENCE));
    else if (!runs(world, second, intakeSeconds)) refuse(world, notice, second, '503', RETRY_AFTER_SECONDS);
    else if (isTooMany(world, notice, second)) refuse(world, notice, second, '429', inTurn(world, notice, second));
    else if (!buckets.writes.take(second, intakeWrites)) refuse(world, notice, second, '503', RETRY_AFTER_SECONDS);
    else keep(world, notice, second);
  }
}

/** Not acknowledged, so not ours yet: the sender has it, and was told when to send it again. */
function refuse(world: World, notice: number, second: number, status: '429' | '503', after: number): void {
  world.answers[status] += 1;
  world.refused.first ??= second;
  world.refused.last = second;
  world.senders.add(notice, second + after);
}

/** Case, audit event and outbox row are one transaction: from here on it cannot be lost. */
function keep(world: World, notice: number, second: number): void {
  world.answers['202'] += 1;
  world.heldBack.delete(notice);
  world.measures.sender.leave(notice, second);
  world.measures.relay.enter(notice, second);
  world.lanes[Math.floor(world.random() * world.lanes.length)]?.push({ notice, failed: 0, started: false });
}

function isTooMany({ flood, networks }: World, notice: number, second: number): boolean {
  const { most, seconds } = flood.quotas.network;
  const window = Math.floor(second / seconds);
  if (networks.window !== window) {
    networks.window = window;
    networks.counts.clear();
  }
  const network = notice < flood.notices * flood.bulkShare ? -1 : notice;
  const count = (networks.counts.get(network) ?? 0) + 1;
  if (count > most) return true;
  networks.counts.set(network, count);
  return false;
}

/** A program that is told when to go on does so with as many as it may: what it holds back is spread over the windows to come. */
function inTurn({ flood, heldBack, random }: World, notice: number, second: number): number {
  const { most, seconds } = flood.quotas.network;
  heldBack.add(notice);
  const windows = Math.ceil(heldBack.size / most);
  return seconds - (second % seconds) + Math.floor(random() * windows * seconds);
}

/**
 * The relay takes a batch from each lane. Rows behind one that failed are delivered again, as the stream goes on from the
 * lowest that failed; a start that is repeated does no harm, but counts.
 */
export function relay(world: World, second: number): void {
  for (const lane of world.lanes) {
    for (const row of lane.slice(0, RELAY_BATCH)) {
      if (world.buckets.starts.take(second)) startOnce(world, row, second);
      else if (!row.started) row.failed += 1;
    }
    while (lane[0] !== undefined && (lane[0].started || lane[0].failed > RELAY_RETRIES)) {
      const [row] = lane.splice(0, 1);
      if (row !== undefined && !row.started) giveUp(world, row, second);
    }
  }
}

function startOnce(world: World, row: OutboxRow, second: number): void {
  if (row.started) return;
  row.started = true;
  world.measures.relay.leave(row.notice, second);
  begin(world, row.notice, second);
}

function giveUp(world: World, { notice }: OutboxRow, second: number): void {
  world.measures.relay.leave(notice, second);
  world.measures.failures.enter(notice, second);
  world.failures.add(notice, Math.ceil((second + 1) / MINUTE) * MINUTE);
}

/** Each minute the sweep starts cases whose run never began; what it cannot start it looks at again. */
export function sweep(world: World, second: number): void {
  if (second % MINUTE !== 0) return;
  for (const [index, notice] of world.failures.take(second).entries()) {
    if (index < CASES_EACH_SWEEP && world.buckets.starts.take(second)) {
      world.measures.failures.leave(notice, second);
      begin(world, notice, second);
    } else world.failures.add(notice, second + MINUTE);
  }
}

function begin(world: World, notice: number, second: number): void {
  world.measures.machine.enter(notice, second);
  world.executions.set(notice, { transitions: 0, failed: 0 });
  world.machine.add(notice, second + 1);
  if (notice !== orderOf(world.flood)) owe(world, notice, second);
}

/** The receipt of a notice is its first step; the receipt of an order is in the answer, and it tells of its effect. */
function owe(world: World, notice: number, second: number): void {
  world.measures.mail.enter(notice, second);
  world.owed.push(notice);
  world.mails.add(notice, second + 1);
}

/** Executions go on. Step Functions itself makes a throttled transition wait; a step that is throttled is retried. */
export function execute(world: World, second: number): void {
  const { flood, buckets } = world;
  for (const notice of world.machine.take(second)) {
    const execution = world.executions.get(notice);
    if (execution === undefined) continue;
    const { transitions, secondsEach, writesEach } = caseOf(flood, notice);
    const next = Math.min(PACE, transitions - execution.transitions);
    if (!buckets.transitions.take(second, next)) world.machine.add(notice, second + 1);
    else if (!runs(world, second, next * secondsEach) || !buckets.writes.take(second, next * writesEach)) {
      execution.failed += 1;
      if (execution.failed > OVERLOAD.maxAttempts) end(world, notice, second, world.parked);
      else world.machine.add(notice, second + 1 + pause(world, execution.failed));
    } else {
      Object.assign(execution, { transitions: execution.transitions + next, failed: 0 });
      if (execution.transitions >= transitions) end(world, notice, second, world.inReview);
      else world.machine.add(notice, second + 1);
    }
  }
}

function pause({ random }: World, failed: number): number {
  const longest = OVERLOAD.interval.toSeconds() * OVERLOAD.backoffRate ** (failed - 1);
  return Math.floor(random() * Math.min(OVERLOAD.maxDelay.toSeconds(), longest));
}

function end(world: World, notice: number, second: number, place: number[]): void {
  world.measures.machine.leave(notice, second);
  world.executions.delete(notice);
  place.push(notice);
  if (notice !== orderOf(world.flood) || place !== world.inReview) return;
  world.order.effect = second;
  owe(world, notice, second);
}

/** Mails leave, or are tried again at the looks of their case, ever more seldom, for a week. */
export function send(world: World, second: number): void {
  const { buckets, flood } = world;
  for (const notice of world.mails.take(second)) {
    const owed = notice === orderOf(flood) ? flood.orderMails : 1;
    const sent = Array.from({ length: owed }, () => buckets.mails.take(second) && buckets.daily.take(second));
    const tries = (world.tries.get(notice) ?? 0) + 1;
    world.tries.set(notice, tries);
    if (!sent.includes(false)) leave(world, notice, second, world.mailsLeft);
    else if (tries * LONGEST_LOOK_SECONDS > BUSY_HOURS * HOUR) leave(world, notice, second, world.mailsParked);
    else world.mails.add(notice, second + untilTry(world, tries));
  }
}

function leave(world: World, notice: number, second: number, place: number[]): void {
  world.measures.mail.leave(notice, second);
  world.tries.delete(notice);
  place.push(notice);
  if (notice === orderOf(world.flood) && place === world.mailsLeft) world.order.told = second;
}

/** Looks that come before a mail's fate could be known try nothing. */
const TRY_SECONDS: readonly number[] = LOOK_SECONDS.filter((seconds) => seconds >= FATE_MINUTES * MINUTE);

function untilTry({ random }: World, tries: number): number {
  const seconds = TRY_SECONDS[tries - 1] ?? LONGEST_LOOK_SECONDS;
  return seconds + Math.floor(random() * Math.ceil(seconds * LOOK_SPREAD));
}
