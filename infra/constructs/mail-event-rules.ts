import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

/** Props of `MailEventRules`. */
export interface MailEventRulesProps {
  readonly configurationSetName: string;
  /** Records what became of a mail. */
  readonly target: IFunction;
}

/** What is handed on of each kind of event, beside the mail's id and tags: these paths exist in every such event. */
const KINDS = {
  Delivered: { types: ['Email Delivered'], told: { delivery: ['timestamp'] } },
  Bounced: { types: ['Email Bounced'], told: { bounce: ['bounceType', 'timestamp'] } },
  Refused: { types: ['Email Rejected', 'Email Complaint', 'Email Complaint Received'], told: {} },
} as const;

/**
 * The fate of mails, led from the event bus to the function that records it. Events of the mail service hold the
 * addresses, the subject and the headers of a mail; the function, its retries and its logs get none of them.
 */
export class MailEventRules extends Construct {
  constructor(scope: Construct, id: string, { configurationSetName, target }: MailEventRulesProps) {
    super(scope, id);
    const tags = { 'ses:configuration-set': [configurationSetName], case: IS_THERE, delivery: IS_THERE };
    for (const [kind, { types, told }] of Object.entries(KINDS)) {
      new Rule(this, kind, {
        eventPattern: { source: ['aws.ses'], detailType: [...types], detail: { mail: { tags } } },
        targets: [new LambdaFunction(target, { event: RuleTargetInput.fromObject(inputOf(told)) })],
      });
    }
  }
}

const IS_THERE = [{ exists: true }];

/** The event without anything personal, in the form of the original. */
function inputOf(told: Readonly<Record<string, readonly string[]>>): object {
  const fields = Object.entries(told).map(([part, names]) => [part, fieldsOf(`$.detail.${part}`, names)]);
  const mail = {
    ...fieldsOf('$.detail.mail', ['messageId']),
    tags: fieldsOf('$.detail.mail.tags', ['case', 'delivery']),
  };
  return { ...fieldsOf('$', ['detail-type']), detail: { mail, ...Object.fromEntries(fields) } };
}

function fieldsOf(path: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, EventField.fromPath(`${path}.${name}`)]));
}
