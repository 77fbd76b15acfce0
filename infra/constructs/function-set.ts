import { Construct } from 'constructs';
import type { Need } from '../../functions/ports/needs.ts';
import type { StageConfig } from '../config.ts';
import type { World } from './grant-blocks.ts';
import { WritFunction } from './writ-function.ts';

/** What the infrastructure asks of a step's contract. */
export interface DeployedStep {
  readonly step: string;
  readonly needs: readonly Need[];
}

/** Props of `FunctionSet`. */
export interface FunctionSetProps {
  readonly config: StageConfig;
  /** The folder below `functions/` that holds the steps' folders. */
  readonly area: string;
  readonly steps: readonly DeployedStep[];
  readonly world: World;
  /** Fixed names, by step. @default none */
  readonly functionNames?: Readonly<Record<string, string>>;
}

/** The functions of one area, one for each step, found by the step's name. */
export class FunctionSet extends Construct {
  readonly all: readonly WritFunction[];
  readonly #byStep = new Map<string, WritFunction>();

  constructor(scope: Construct, id: string, props: FunctionSetProps) {
    super(scope, id);
    for (const { step, needs } of props.steps) {
      const made = new WritFunction(this, pascalCase(step), {
        config: props.config,
        name: `${props.area}-${step}`,
        needs,
        world: props.world,
        functionName: props.functionNames?.[step],
      });
      this.#byStep.set(step, made);
    }
    this.all = [...this.#byStep.values()];
  }

  /** The function of a step. @throws TypeError when the set has none of that name */
  of(step: string): WritFunction {
    const found = this.#byStep.get(step);
    if (found === undefined) throw new TypeError(`no function for the step ${step}`);
    return found;
  }
}

/** `record-mail-event` as `RecordMailEvent`. */
export function pascalCase(name: string): string {
  return name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
