import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Machine, parseDefinition } from './definition.ts';

/** A state machine as the template has it. */
export interface StateMachineInput {
  readonly arn: string;
  readonly name: string;
  /** Amazon States Language, as a JSON text. */
  readonly definition: string;
  readonly type?: 'STANDARD' | 'EXPRESS' | undefined;
  readonly roleArn?: string | undefined;
}

/** A state machine that executions can start on. */
export interface StateMachine {
  readonly arn: string;
  readonly name: string;
  readonly definition: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly roleArn: string;
  readonly machine: Machine;
  /** Names the definition on disk, so that an execution goes on with the one it started with. */
  readonly hash: string;
  readonly createdAt: number;
}

/** The state machines, and every definition that an execution may still need. */
export class Machines {
  private readonly directory: string;
  private readonly byArn = new Map<string, StateMachine>();
  private readonly parsed = new Map<string, Machine>();

  constructor(directory: string) {
    this.directory = join(directory, 'definitions');
    mkdirSync(this.directory, { recursive: true });
  }

  /** Adds or replaces a state machine; throws InvalidDefinitionError for a definition that the engine refuses. */
  put(input: StateMachineInput, now: number): StateMachine {
    const machine = parseDefinition(input.definition);
    const hash = createHash('sha256').update(input.definition, 'utf8').digest('hex');
    this.store(hash, input.definition);
    this.parsed.set(hash, machine);
    const {
      arn,
      name,
      definition,
      type = 'STANDARD',
      roleArn = `arn:aws:iam::${arn.split(':')[4]}:role/${name}`,
    } = input;
    const stored = { arn, name, definition, type, roleArn, machine, hash, createdAt: now };
    this.byArn.set(arn, stored);
    return stored;
  }

  /** The state machine of an ARN. */
  find(arn: string): StateMachine | undefined {
    return this.byArn.get(arn);
  }

  /** All of them. */
  all(): readonly StateMachine[] {
    return [...this.byArn.values()];
  }

  /** The definition that an execution started with. */
  definition(hash: string): Machine {
    const known = this.parsed.get(hash);
    if (known !== undefined) return known;
    const machine = parseDefinition(readFileSync(this.path(hash), 'utf8'));
    this.parsed.set(hash, machine);
    return machine;
  }

  private store(hash: string, definition: string): void {
    const path = this.path(hash);
    if (existsSync(path) && readFileSync(path, 'utf8') === definition) return;
    const descriptor = openSync(path, 'w');
    writeSync(descriptor, definition);
    fsyncSync(descriptor);
    closeSync(descriptor);
  }

  private path(hash: string): string {
    return join(this.directory, `${hash}.json`);
  }
}
