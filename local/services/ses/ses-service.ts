import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type AcceptedMessage, EVENT_TYPES } from '../../mail/delivery-plan.ts';
import type { Mailbox } from '../../mail/mailbox.ts';
import { fieldOf, type RawMessage, readAddresses, rewriteForDelivery, splitMessage } from '../../mail/raw-message.ts';
import type { LocalClock, ServiceHandler } from '../../ports.ts';
import { AwsError, xmlElement } from '../responses.ts';

/** A configuration set of the template, with the kinds of events it puts on the event bus. */
export interface ConfigurationSet {
  readonly name: string;
  readonly eventTypes: readonly string[];
}

/** What the SES endpoint needs. Without identities every sender counts as verified. */
export interface SesOptions {
  readonly mailbox: Mailbox;
  readonly clock: LocalClock;
  readonly region: string;
  /** Addresses and domains of the template's `AWS::SES::EmailIdentity`. */
  readonly identities: readonly string[];
  readonly configurationSets: readonly ConfigurationSet[];
}

const LARGEST_MESSAGE_BYTES = 10 * 1_024 * 1_024;
/** What the name and the value of a tag may be made of (SES API reference, MessageTag). */
const TAG_TEXT = /^[A-Za-z0-9_-]{1,256}$/;
const DestinationProperties = z.looseObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.looseObject({
    Enabled: z.union([z.boolean(), z.stringbool()]).default(false),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.unknown().optional(),
  }),
});

/**
 * Puts the template's configuration sets together with the resolved properties of its
 * `AWS::SES::ConfigurationSetEventDestination` resources; only those that lead to the event bus count.
 */
export function configurationSetsFromTemplate(
  names: readonly string[],
  destinations: readonly unknown[],
): readonly ConfigurationSet[] {
  const read = destinations.map((properties) => DestinationProperties.parse(properties));
  return names.map((name) => {
    const ours = read.filter(({ ConfigurationSetName }) => ConfigurationSetName === name);
    const live = ours.filter(({ EventDestination: to }) => to.Enabled && to.EventBridgeDestination !== undefined);
    return { name, eventTypes: live.flatMap(({ EventDestination }) => EventDestination.MatchingEventTypes) };
  });
}

/**
 * The SES query API as far as raw mail goes: a message is on disk before its id is given, and it is taken as often
 * as it is sent, as SES does.
 */
export function createSes(options: SesOptions): ServiceHandler {
  return async (request) => {
    const form = new URLSearchParams(request.body.toString('utf8'));
    try {
      const action = form.get('Action');
      if (action !== 'SendRawEmail') throw new AwsError('InvalidAction', `${action} is not served locally`);
      const id = xmlElement('MessageId', await sendRawEmail(options, form));
      return answer(200, xmlElement('SendRawEmailResponse', [xmlElement('SendRawEmailResult', [id]), metadata()]));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const details = [
        xmlElement('Type', 'Sender'),
        xmlElement('Code', error.code),
        xmlElement('Message', error.message),
      ];
      return answer(error.status, xmlElement('ErrorResponse', [xmlElement('Error', details), metadata()]));
    }
  };
}

async function sendRawEmail(options: SesOptions, form: URLSearchParams): Promise<string> {
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  if (raw.length === 0) throw new AwsError('InvalidParameterValue', 'The message is empty.');
  if (raw.length > LARGEST_MESSAGE_BYTES) {
    throw new AwsError('InvalidParameterValue', `Message length is more than ${LARGEST_MESSAGE_BYTES} bytes long.`);
  }
  const parts = splitMessage(raw);
  const { from, to, subject } = await readAddresses(parts);
  const source = form.get('Source') ?? from[0];
  const listed = members(form, 'Destinations').map((member) => addressOf(form.get(member) ?? ''));
  const destination = [...new Set(listed.length > 0 ? listed : to)];
  if (source === undefined || from.length === 0)
    throw new AwsError('InvalidParameterValue', "Missing required header 'From'.");
  if (destination.length === 0) throw new AwsError('InvalidParameterValue', 'Missing destination.');
  refuseUnverified(options, [source, ...from]);
  const now = options.clock.now();
  const set = configurationSet(options, form.get('ConfigurationSetName') ?? fieldOf(parts, 'X-SES-CONFIGURATION-SET'));
  const id = `0107${now.toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
  const delivered = rewriteForDelivery(parts, `<${id}@${options.region}.amazonses.com>`, now);
  const message: AcceptedMessage = {
    id,
    at: new Date(now).toISOString(),
    source: addressOf(source),
    destination,
    subject,
    headers: [...splitMessage(delivered).fields],
    configurationSet: set?.name ?? null,
    tags: tagsOf(form, parts),
  };
  await options.mailbox.accept(message, delivered, (type) => wants(set, EVENT_TYPES[type].field));
  return id;
}

function refuseUnverified({ identities, region }: SesOptions, senders: readonly string[]): void {
  const known = identities.map((identity) => identity.toLowerCase());
  const failed = senders.map(addressOf).filter((address) => {
    const domain = address.toLowerCase().split('@').at(-1) ?? '';
    return !known.some(
      (identity) => identity === address.toLowerCase() || domain === identity || domain.endsWith(`.${identity}`),
    );
  });
  if (identities.length === 0 || failed.length === 0) return;
  const names = [...new Set(failed)].join(', ');
  const place = `The following identities failed the check in region ${region.toUpperCase()}: ${names}`;
  throw new AwsError('MessageRejected', `Email address is not verified. ${place}`);
}

function configurationSet(options: SesOptions, name: string | undefined): ConfigurationSet | undefined {
  if (name === undefined) return undefined;
  const set = options.configurationSets.find((candidate) => candidate.name === name);
  if (set === undefined) {
    throw new AwsError('ConfigurationSetDoesNotExist', `Configuration set <${name}> does not exist.`);
  }
  return set;
}

function wants(set: ConfigurationSet | undefined, field: string): boolean {
  const plain = (text: string): string => text.replaceAll('_', '').toLowerCase();
  return set?.eventTypes.some((type) => plain(type) === plain(field)) ?? false;
}

/** Tags of the call win over those of the `X-SES-MESSAGE-TAGS` header. */
function tagsOf(form: URLSearchParams, parts: RawMessage): Record<string, string> {
  const header = (fieldOf(parts, 'X-SES-MESSAGE-TAGS') ?? '').split(',').filter((pair) => pair.includes('='));
  const fromHeader = header.map((pair) => pair.trim().split('='));
  const fromCall = members(form, 'Tags', '.Name').map((member) => [
    form.get(member),
    form.get(member.replace(/\.Name$/, '.Value')),
  ]);
  const tags = (fromCall.length > 0 ? fromCall : fromHeader).map(([name, value]): [string, string] => [
    name ?? '',
    value ?? '',
  ]);
  const bad = tags.find((pair) => pair.some((text) => !TAG_TEXT.test(text)));
  if (bad !== undefined) throw new AwsError('InvalidParameterValue', `Invalid tag ${bad.join('=')}`);
  return Object.fromEntries(tags);
}

function members(form: URLSearchParams, list: string, suffix = ''): readonly string[] {
  const pattern = new RegExp(`^${list}\\.member\\.\\d+${suffix.replace('.', '\\.')}$`);
  return [...form.keys()].filter((name) => pattern.test(name));
}

function addressOf(sender: string): string {
  return /<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender.trim();
}

function metadata(): string {
  return xmlElement('ResponseMetadata', [xmlElement('RequestId', randomUUID())]);
}

function answer(status: number, body: string): { status: number; headers: Record<string, string>; body: string } {
  return { status, headers: { 'content-type': 'text/xml' }, body };
}
