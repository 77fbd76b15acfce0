import { ArnFormat, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { LEGAL_REMOVAL_STEPS, LegalRemovalWorkflow } from '#workflows/legal-removal/legal-removal-workflow';
import { PAGING_STEPS, PagingWorkflow } from '#workflows/paging/paging-workflow';
import type { StageConfig } from '../config.ts';
import { acknowledge, acknowledgeWildcard } from '../constructs/acknowledge.ts';
import { Alarms, type Watcher, type WatcherName } from '../constructs/alarms.ts';
import { DeploymentParameters } from '../constructs/deployment-parameters.ts';
import { EventRules } from '../constructs/event-rules.ts';
import { FunctionSet, pascalCase } from '../constructs/function-set.ts';
import type { World } from '../constructs/grant-blocks.ts';
import { invoke } from '../constructs/invoke.ts';
import { OutboxRelay } from '../constructs/outbox-relay.ts';
import { OutgoingMail } from '../constructs/outgoing-mail.ts';
import { RecurringSchedule } from '../constructs/recurring-schedule.ts';
import type { WritFunction } from '../constructs/writ-function.ts';
import { type StageNames, stageNames } from '../names.ts';
import { OPERATIONS } from '../operations.ts';
import type { StorageStack } from './storage-stack.ts';

/** Props of `WorkflowStack`. */
export interface WorkflowStackProps extends StackProps {
  readonly config: StageConfig;
  readonly storage: StorageStack;
}

/** The machines, their steps, and the functions that keep them honest. */
export class WorkflowStack extends Stack {
  constructor(scope: Construct, id: string, props: WorkflowStackProps) {
    super(scope, id, props);
    const { config, storage } = props;
    const names = stageNames(config.stage);
    const parameters = new DeploymentParameters(this, 'Parameters');
    const world: World = { stack: this, storage, parameters, issuer: '', ...names };
    const common = { config, world };
    const removal = new FunctionSet(this, 'LegalRemoval', {
      ...common,
      area: 'legal-removal',
      steps: LEGAL_REMOVAL_STEPS,
    });
    const paging = new FunctionSet(this, 'Paging', { ...common, area: 'paging', steps: PAGING_STEPS });
    const operations = new FunctionSet(this, 'Operations', {
      ...common,
      area: 'operations',
      steps: OPERATIONS,
      functionNames: { 'fire-timer': names.timerFunctionName },
    });
    const machines = {
      LegalRemoval: new LegalRemovalWorkflow(this, 'LegalRemovalWorkflow', {
        functions: functionsOf(removal, LEGAL_REMOVAL_STEPS),
        machineName: names.removalMachineName,
      }).machine,
      Paging: new PagingWorkflow(this, 'PagingWorkflow', {
        functions: functionsOf(paging, PAGING_STEPS),
        machineName: names.pagingMachineName,
      }).machine,
    };
    for (const machine of Object.values(machines)) acknowledgeMachine(machine, [...removal.all, ...paging.all]);
    new OutgoingMail(this, 'Mail', {
      configurationSetName: names.mailConfigurationSetName,
      domain: parameters.mailDomain,
    });
    this.#timers(operations, names);
    const relay = new OutboxRelay(this, 'Outbox', {
      table: storage.tables.cases,
      relay: operations.of('relay-outbox'),
    });
    const watchers = this.#watchers(operations);
    const rules = new EventRules(this, 'Rules', {
      machineArn: this.formatArn({
        service: 'states',
        resource: `stateMachine:${names.removalMachineName}`,
        arnFormat: ArnFormat.NO_RESOURCE_NAME,
      }),
      mailConfigurationSetName: names.mailConfigurationSetName,
      parkFailedExecution: operations.of('park-failed-execution'),
      archiveHistory: operations.of('archive-history'),
      recordMailEvent: operations.of('record-mail-event'),
    });
    new Alarms(this, 'Alarms', {
      config,
      machines: { removal: machines.LegalRemoval, paging: machines.Paging },
      undelivered: relay.failures,
      untakenEvents: rules.failures,
      watchers,
      deadlineAtRisk: removal.of('raise-tier'),
      parking: removal.of('park'),
    });
  }

  /** The watchers, each called again and again. */
  #watchers(operations: FunctionSet): Record<WatcherName, Watcher> {
    const everyMinute = { every: 'minute', silentAfter: Duration.minutes(5) } as const;
    const everyHour = { every: 'hour', silentAfter: Duration.hours(3) } as const;
    const watchers = {
      sweep: { target: operations.of('sweep-open-cases'), ...everyMinute },
      checkpoint: { target: operations.of('record-checkpoint'), ...everyMinute },
      orphans: { target: operations.of('sweep-orphans'), ...everyHour },
    };
    for (const [name, { target, every }] of Object.entries(watchers)) {
      new RecurringSchedule(this, `${pascalCase(name)}Every${pascalCase(every)}`, { target: target.function, every });
    }
    return watchers;
  }

  /** The group that one-off timers are made in, and the role under which they wake the timer function. */
  #timers(operations: FunctionSet, names: StageNames): void {
    new CfnScheduleGroup(this, 'TimerGroup', { name: names.scheduleGroupName });
    const role = new Role(this, 'TimerRole', {
      roleName: names.timerRoleName,
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    });
    role.addToPolicy(invoke(operations.of('fire-timer').function));
  }
}

/** The findings that hold for every machine. */
function acknowledgeMachine(machine: StateMachine, functions: readonly WritFunction[]): void {
  acknowledge(
    machine,
    'SF1',
    'the whole history is archived under Object Lock, encrypted; a log would be a second copy',
  );
  acknowledge(machine, 'SF2', 'the case id is the trace: execution, log lines and audit events carry it');
  for (const {
    function: { functionArn },
  } of functions) {
    acknowledgeWildcard(machine.role, `${functionArn}:*`, 'the service calls versions of a function as well');
  }
}

function functionsOf(set: FunctionSet, steps: readonly { readonly step: string }[]): Record<string, IFunction> {
  return Object.fromEntries(steps.map(({ step }) => [step, set.of(step).function]));
}
