import { CfnParameter } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** What a deployment is told about the world around it; a stack declares only those it uses. */
export class DeploymentParameters extends Construct {
  readonly #declared = new Map<string, CfnParameter>();

  /** The content platform's interface, without a slash at its end. */
  get platformUrl(): string {
    return this.#parameter('PlatformUrl', 'Base address of the content platform');
  }

  /** The bearer token of the platform's management interface. */
  get platformToken(): string {
    return this.#parameter('PlatformToken', 'Bearer token of the content platform', true);
  }

  /** The platform's name, as its messages show it. */
  get platformName(): string {
    return this.#parameter('PlatformName', 'Name of the content platform, shown in messages');
  }

  /** The postal address of the platform's provider, as its messages show it. */
  get platformAddress(): string {
    return this.#parameter('PlatformAddress', 'Postal address of the platform, in one line, shown in messages');
  }

  /** The DSA Transparency Database, without the path of its interface: one registration for each platform. */
  get transparencyDatabaseUrl(): string {
    return this.#parameter('TransparencyDatabaseUrl', 'Base address of the DSA Transparency Database');
  }

  /** The bearer token of the platform's registration there; making a new one invalidates it. */
  get transparencyDatabaseToken(): string {
    return this.#parameter('TransparencyDatabaseToken', 'Bearer token of the DSA Transparency Database', true);
  }

  /** The Lumen database; `none` where the stage shares nothing with it. */
  get lumenUrl(): string {
    return this.#optional('LumenUrl', 'Base address of the Lumen database, or none');
  }

  /** The token of our account there, which must have the role of a submitter; `none` with the address. */
  get lumenToken(): string {
    return this.#optional('LumenToken', 'Authentication token of the Lumen database, or none', true);
  }

  /** NCMEC's CyberTipline with the path of its interface; `none` without an account there. */
  get ncmecUrl(): string {
    return this.#optional('NcmecUrl', 'Base address of the CyberTipline interface, or none');
  }

  /** The user of that account. */
  get ncmecUsername(): string {
    return this.#optional('NcmecUsername', 'User at the CyberTipline, or none');
  }

  /** The password of that account. */
  get ncmecPassword(): string {
    return this.#optional('NcmecPassword', 'Password at the CyberTipline, or none', true);
  }

  /** Where the platform's provider is established, which tells to whom it reports child abuse. */
  get establishments(): string {
    return this.#parameter('Establishments', 'Countries of establishment, ISO 3166-1 with commas', false, 'DE');
  }

  /** Where reports to the police are mailed to; without an address a report is drafted and cannot leave. */
  get reportAddresses(): string {
    return this.#optional('ReportAddresses', 'Mail addresses for reports to authorities, bka=…,europol=…, or none');
  }

  /** Where restrictions and reinstatements are posted. */
  get partnerUrl(): string {
    return this.#parameter('PartnerUrl', 'Base address of the partner that receives webhooks');
  }

  /** Where pages are posted. */
  get onCallUrl(): string {
    return this.#parameter('OnCallUrl', 'Base address of the on-call system');
  }

  /** The secret that webhooks are signed with. */
  get webhookSecret(): string {
    return this.#parameter('WebhookSecret', 'Standard Webhooks secret, whsec_ and Base64', true);
  }

  /** The sender of our mail. */
  get mailFrom(): string {
    return this.#parameter('MailFrom', 'Address our mail comes from');
  }

  /** The domain of that address, verified with the mail service. */
  get mailDomain(): string {
    return this.#parameter('MailDomain', 'Domain our mail comes from');
  }

  /** Where the product is reached. */
  get publicUrl(): string {
    return this.#parameter('PublicUrl', 'Public address of this deployment');
  }

  /** The first part of the user pool's host. */
  get loginPrefix(): string {
    return this.#parameter('LoginPrefix', 'First part of the host of the login, its own in the region');
  }

  /** What a stage may leave out: `none`, since a parameter may not be empty. */
  #optional(name: string, description: string, noEcho = false): string {
    return this.#parameter(name, description, noEcho, 'none');
  }

  #parameter(name: string, description: string, noEcho = false, defaultValue?: string): string {
    const declared =
      this.#declared.get(name) ??
      new CfnParameter(this, name, {
        ...{ type: 'String', description, noEcho, minLength: 1 },
        ...(defaultValue !== undefined && { default: defaultValue }),
      });
    declared.overrideLogicalId(name);
    this.#declared.set(name, declared);
    return declared.valueAsString;
  }
}
