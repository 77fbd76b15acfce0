import { z } from 'zod';
import type { Foundation } from './foundation.ts';
import { createLambdaTasks } from './functions/lambda-task.ts';
import type { EventBus, InvokeFunction } from './ports.ts';
import { Engine } from './states/engine.ts';
import type { LoadedTemplate } from './template/template.ts';

const Properties = z.object({
  DefinitionString: z.string(),
  RoleArn: z.string().optional(),
  StateMachineType: z.enum(['STANDARD', 'EXPRESS']).optional(),
});

/** What the template's state machines need. */
export interface StateMachinesOptions {
  readonly foundation: Foundation;
  readonly template: LoadedTemplate;
  readonly invoke: InvokeFunction;
  readonly bus: EventBus;
  /** Told of faults that no caller sees. */
  readonly log: (message: string) => void;
}

/** Makes the engine with the template's state machines; `resume` lets what an earlier run left open go on. */
export function openStateMachines({ foundation, template, invoke, bus, log }: StateMachinesOptions): Engine {
  const { data, clock, activity } = foundation;
  const engine = new Engine({
    directory: data.folder('states'),
    clock,
    activity,
    runTask: createLambdaTasks(invoke),
    onStatusChange: (detail) =>
      bus.publish({
        source: 'aws.states',
        'detail-type': 'Step Functions Execution Status Change',
        resources: [detail.executionArn],
        detail,
      }),
    log: (message, error) => log(`${message}: ${String(error)}`),
  });
  for (const { name, arn, properties } of template.ofType('AWS::StepFunctions::StateMachine')) {
    const { DefinitionString, RoleArn, StateMachineType } = Properties.parse(properties);
    engine.createStateMachine({ name, arn, definition: DefinitionString, roleArn: RoleArn, type: StateMachineType });
  }
  return engine;
}
