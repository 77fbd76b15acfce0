import { Stack } from 'aws-cdk-lib';
import { CfnConfigurationSet, CfnConfigurationSetEventDestination, CfnEmailIdentity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';

/** Props of `OutgoingMail`. */
export interface OutgoingMailProps {
  readonly configurationSetName: string;
  /** The domain our mail comes from. */
  readonly domain: string;
}

/** Outgoing mail: the verified domain, and a configuration set that reports each mail's fate on the event bus. */
export class OutgoingMail extends Construct {
  constructor(scope: Construct, id: string, { configurationSetName, domain }: OutgoingMailProps) {
    super(scope, id);
    new CfnEmailIdentity(this, 'Domain', { emailIdentity: domain });
    const set = new CfnConfigurationSet(this, 'Set', {
      name: configurationSetName,
      deliveryOptions: { tlsPolicy: 'REQUIRE' },
      reputationOptions: { reputationMetricsEnabled: true },
    });
    new CfnConfigurationSetEventDestination(this, 'Events', {
      configurationSetName: set.ref,
      eventDestination: {
        name: 'bus',
        enabled: true,
        matchingEventTypes: ['delivery', 'bounce', 'complaint', 'reject', 'deliveryDelay'],
        eventBridgeDestination: {
          eventBusArn: Stack.of(this).formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' }),
        },
      },
    });
  }
}
