import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { matchesEvent } from '../../event-pattern.ts';
import type { BusEvent, EventBus, LocalClock } from '../../ports.ts';
import type { InvocationQueue, NewInvocation } from '../invocation-queue.ts';
import { InputTransformer, transformed } from './input-transformer.ts';

const Target = z.looseObject({
  Id: z.string(),
  Arn: z.string(),
  Input: z.string().optional(),
  InputTransformer: InputTransformer.optional(),
  RetryPolicy: z.looseObject({ MaximumRetryAttempts: z.coerce.number().optional() }).optional(),
  DeadLetterConfig: z.looseObject({ Arn: z.string().optional() }).optional(),
});
const RuleProperties = z.looseObject({
  EventPattern: z.unknown(),
  State: z.string().default('ENABLED'),
  Targets: z.array(Target).default([]),
});

/** A rule of the default bus, as the template declares it. */
export interface EventRule extends z.infer<typeof RuleProperties> {
  readonly name: string;
}

/** Reads a rule out of the resolved properties of an `AWS::Events::Rule`; throws when they do not fit. */
export function ruleFromTemplate(name: string, properties: unknown): EventRule {
  return { ...RuleProperties.parse(properties ?? {}), name };
}

/** What the bus needs: the template's rules, where calls go, and what its events say of account and region. */
export interface EventBusOptions {
  readonly rules: readonly EventRule[];
  readonly queue: InvocationQueue;
  readonly clock: LocalClock;
  readonly account: string;
  readonly region: string;
}

/** A bus that says when an event is safe. */
export interface DurableEventBus extends EventBus {
  /** Resolves when the event is on disk for every target of every rule that matches; they have it at least once. */
  publish(event: BusEvent): Promise<void>;
}

/** Makes the default event bus: matching targets are called through the queue of asynchronous calls. */
export function createEventBus({ rules, queue, clock, account, region }: EventBusOptions): DurableEventBus {
  return {
    async publish(event) {
      const id = randomUUID();
      const time = `${new Date(clock.now()).toISOString().slice(0, 19)}Z`;
      const envelope = { version: '0', id, account, time, region, resources: [], ...event };
      const matching = rules.filter(
        ({ State, EventPattern }) => State === 'ENABLED' && matchesEvent(EventPattern, envelope),
      );
      await queue.enqueue(matching.flatMap((rule) => callsOf(rule, envelope)));
    },
  };
}

function inputOf({ Input, InputTransformer: transformer }: z.infer<typeof Target>, envelope: BusEvent): unknown {
  if (transformer !== undefined) return transformed(transformer, envelope);
  return Input === undefined ? envelope : JSON.parse(Input);
}

function callsOf(rule: EventRule, envelope: BusEvent & { readonly id: string }): readonly NewInvocation[] {
  return rule.Targets.map((target) => ({
    id: `${envelope.id}/${rule.name}/${target.Id}`,
    functionName: target.Arn,
    payload: inputOf(target, envelope),
    deadLetterQueue: target.DeadLetterConfig?.Arn,
  }));
}
