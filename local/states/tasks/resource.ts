/** How the history names the work behind a Task state. */
export type TaskKind =
  | { readonly kind: 'lambda-function'; readonly resource: string }
  | {
      readonly kind: 'service';
      readonly resource: string;
      readonly resourceType: string;
      /** Whether the expressions may see the task's token. */
      readonly callback: boolean;
      /** Whether the call's answer only submits the work, and its token or the job's end ends the state. */
      readonly submits: boolean;
      readonly region: string;
    };

const SERVICE = /^arn:[^:]+:states:[^:]*:[^:]*:(?<type>aws-sdk:[^:]+|[^:]+):(?<action>.+)$/;

/**
 * Reads a Resource: a Lambda function's own ARN, or `arn:aws:states:::<service>:<action>[.waitForTaskToken|.sync…]`.
 * The region is the state machine's.
 */
export function taskKind(resource: string, region: string): TaskKind {
  const service = SERVICE.exec(resource)?.groups;
  const resourceType = service?.['type'];
  const action = service?.['action'];
  if (resourceType === undefined || action === undefined) return { kind: 'lambda-function', resource };
  const callback = action.endsWith('.waitForTaskToken');
  const submits = callback || /\.sync(:\d)?$/.test(action);
  return { kind: 'service', resource: action, resourceType, callback, submits, region };
}
