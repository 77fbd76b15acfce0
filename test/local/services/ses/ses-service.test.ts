import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESClient, SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Mailbox, openMailbox } from '#local/mail/mailbox';
import { createMailboxHandler } from '#local/mail/mailbox-handler';
import type { BusEvent } from '#local/ports';
import { configurationSetsFromTemplate, createSes } from '#local/services/ses/ses-service';
import { clientConfig, listen, TestActivity, TestClock } from '../listener.ts';

const HOUR = 3_600_000;
const TYPES = ['send', 'delivery', 'bounce', 'DELIVERY_DELAY'];
const destination = (name: string, more: object) => ({
  ConfigurationSetName: name,
  EventDestination: { Enabled: true, MatchingEventTypes: TYPES, EventBridgeDestination: {}, ...more },
});
const SETS = configurationSetsFromTemplate(
  ['all', 'silent'],
  [destination('all', {}), destination('silent', { Enabled: false })],
);
const RAW = [
  'From: "Writ Beschwerdestelle" <legal@writ.example>',
  'To: anna@sender.example',
  'Subject: =?utf-8?Q?Best=C3=A4tigung?=',
  'Message-ID: <own@writ.example>',
  'X-SES-CONFIGURATION-SET: all',
  'X-SES-MESSAGE-TAGS: delivery=d-1, case=c-1',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: multipart/alternative; boundary="a"',
  '',
  '--a',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Guten Tag äöü',
  '--a',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Guten Tag</p>',
  '--a--',
  '--b',
  'Content-Type: application/pdf',
  'Content-Disposition: attachment; filename="beleg.pdf"',
  '',
  'x',
  '--b--',
].join('\r\n');

let directory: string;
let clock: TestClock;
let activity: TestActivity;
let mailbox: Mailbox;
let events: BusEvent[];
let ses: SESClient;
let mailUrl: string;
let closes: (() => Promise<void>)[];

async function start(
  publish: (event: BusEvent) => Promise<void> = async (event) => void events.push(event),
): Promise<void> {
  events = [];
  clock = new TestClock(new Date(clock.now()).toISOString());
  activity = new TestActivity();
  mailbox = await openMailbox({ directory, clock, activity, bus: { publish } });
  const identities = ['writ.example', 'person@other.example'];
  const service = createSes({ mailbox, clock, region: 'eu-central-1', identities, configurationSets: SETS });
  const [api, pages] = [await listen(service), await listen(createMailboxHandler(mailbox))];
  ses = new SESClient(clientConfig(api.url));
  mailUrl = pages.url;
  closes = [api.close, pages.close];
}

async function stop(): Promise<void> {
  ses.destroy();
  for (const close of closes) await close();
}

async function send(more: Partial<SendRawEmailCommandInput> = {}, raw = RAW): Promise<string> {
  const answer = await ses.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(raw) }, ...more }));
  return answer.MessageId ?? '';
}

async function faults(body: object): Promise<number> {
  return (await fetch(`${mailUrl}/faults`, { method: 'PUT', body: JSON.stringify(body) })).status;
}

const told = (): unknown[] => events.map((event) => event['detail-type']);

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'writ-mail-'));
  clock = new TestClock('2026-10-17T20:00:00Z');
  await start();
  mailbox.start();
});

afterEach(stop);

describe('SES', () => {
  it('takes a raw mail and tells of its delivery, with the tags of its header', async () => {
    const messageId = await send();
    await activity.idle();
    expect(told()).toEqual(['Email Sent', 'Email Delivered']);
    expect(events[1]).toMatchObject({
      source: 'aws.ses',
      detail: {
        eventType: 'Delivery',
        mail: {
          messageId,
          source: 'legal@writ.example',
          destination: ['anna@sender.example'],
          tags: { 'ses:configuration-set': ['all'], delivery: ['d-1'], case: ['c-1'] },
        },
        delivery: { recipients: ['anna@sender.example'], timestamp: '2026-10-17T20:00:00.000Z' },
      },
    });
  });

  it('shows the mail with its own Message-ID and without what was meant for the service', async () => {
    const id = await send({ ConfigurationSetName: 'all', Tags: [{ Name: 'delivery', Value: 'd-2' }] });
    await activity.idle();
    const mails = (await (await fetch(mailUrl)).json()) as unknown[];
    expect(mails).toMatchObject([
      {
        id,
        from: 'legal@writ.example',
        to: ['anna@sender.example'],
        subject: 'Bestätigung',
        text: 'Guten Tag äöü',
        html: '<p>Guten Tag</p>',
        attachments: ['beleg.pdf'],
        tags: { delivery: 'd-2' },
        raw: `/_local/mail/${id}/raw`,
        events: [{ type: 'Send' }, { type: 'Delivery' }],
      },
    ]);
    expect(await (await fetch(`${mailUrl}/${id}`)).json()).toEqual(mails[0]);
    const raw = await (await fetch(`${mailUrl}/${id}/raw`)).text();
    expect(raw).toContain(`Message-ID: <${id}@eu-central-1.amazonses.com>`);
    expect(raw).not.toMatch(/X-SES|own@writ/i);
  });

  it('takes the same mail as often as it is sent', async () => {
    expect(await send()).not.toBe(await send());
    expect(mailbox.messages()).toHaveLength(2);
  });

  it.each([
    ['an unverified sender', {}, RAW.replace('legal@writ.example', 'x@elsewhere.example'), 'MessageRejected'],
    ['another address of a domain where one is verified', { Source: 'boss@other.example' }, RAW, 'MessageRejected'],
    ['an unknown configuration set', { ConfigurationSetName: 'none' }, RAW, 'ConfigurationSetDoesNotExistException'],
    ['a tag with a space', { Tags: [{ Name: 'a', Value: 'b c' }] }, RAW, 'InvalidParameterValue'],
    ['a tag with a point', { Tags: [{ Name: 'a', Value: 'b.c' }] }, RAW, 'InvalidParameterValue'],
    ['a tag with an at sign', { Tags: [{ Name: 'a', Value: 'b@c' }] }, RAW, 'InvalidParameterValue'],
    ['a tag of its header with a point', {}, RAW.replace('delivery=d-1', 'delivery=d.1'), 'InvalidParameterValue'],
    ['more than 10 MB', {}, RAW + 'x'.repeat(10 * 1_024 * 1_024), 'InvalidParameterValue'],
    ['a mail from nobody', {}, 'Subject: x\r\n\r\nx', 'InvalidParameterValue'],
  ])('refuses %s', async (_, more, raw, name) => {
    await expect(send(more, raw)).rejects.toMatchObject({ name });
    expect(mailbox.messages()).toEqual([]);
  });

  it.each([
    ['a configuration set without a live destination', { ConfigurationSetName: 'silent' }, RAW],
    ['no configuration set', {}, RAW.replace(/X-SES-CONFIGURATION-SET: all\r\n/, '')],
  ])('tells nothing with %s', async (_, more, raw) => {
    await send(more, raw);
    await activity.idle();
    expect(events).toEqual([]);
  });
});

describe('faults of recipients', () => {
  it('bounces at once, for one recipient only', async () => {
    expect(await faults({ mode: 'bounce', recipient: 'BEN@sender.example' })).toBe(200);
    await send({ Destinations: ['anna@sender.example', 'ben@sender.example'] });
    await activity.idle();
    expect(told()).toEqual(['Email Sent', 'Email Delivered', 'Email Bounced']);
    expect(events[2]?.detail).toMatchObject({
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'ben@sender.example' }] },
    });
  });

  it('bounces an hour after the delivery, also over a restart', async () => {
    await faults({ mode: 'bounce', after: 'PT1H' });
    await send();
    await activity.idle();
    expect(told()).toEqual(['Email Sent', 'Email Delivered']);
    await stop();
    await start();
    mailbox.start();
    clock.advance(HOUR);
    await activity.idle();
    expect(told()).toEqual(['Email Bounced']);
  });

  it('delays, and delivers later', async () => {
    await faults({ mode: 'delay', after: 'PT30M' });
    await send();
    await activity.idle();
    expect(told()).toEqual(['Email Sent', 'Email Delivery Delayed']);
    clock.advance(HOUR / 2);
    await activity.idle();
    expect(told()[2]).toBe('Email Delivered');
    await faults({ mode: 'none' });
    await send();
    await activity.idle();
    expect(told()).toHaveLength(5);
  });

  it.each([{ mode: 'lost' }, { mode: 'bounce', after: 'soon' }, { mode: 'bounce', extra: 1 }])(
    'refuses %j',
    async (body) => {
      expect(await faults(body)).toBe(400);
    },
  );
});

describe('a crash between acceptance and event', () => {
  it('loses no event', async () => {
    await stop();
    await start(() => new Promise(() => {}));
    mailbox.start();
    const id = await send();
    await stop();
    await start();
    mailbox.start();
    await activity.idle();
    expect(told()).toEqual(['Email Sent', 'Email Delivered']);
    expect(mailbox.message(id)?.subject).toBe('Bestätigung');
    await stop();
    await start();
    mailbox.start();
    await activity.idle();
    expect(events).toEqual([]);
  });
});

describe('the mailbox page', () => {
  it('lists the mails in a table and shows one, with markup of senders made harmless', async () => {
    const html = { headers: { accept: 'text/html,*/*' } };
    expect(await (await fetch(mailUrl, html)).text()).toContain('No mail has left the house yet.');
    const id = await send({}, RAW.replace(/Subject: .*/, 'Subject: <script>1</script>'));
    const list = await (await fetch(mailUrl, html)).text();
    expect(list).toContain(`<a href="/_local/mail/${id}">&lt;script&gt;1&lt;/script&gt;</a>`);
    expect(list).toMatch(/<html lang="en">.*<caption>Newest first<\/caption>.*<th scope="col">/s);
    const one = await fetch(`${mailUrl}/${id}`, html);
    expect(await one.text()).toMatch(/<h1>&lt;script&gt;.*beleg\.pdf.*<iframe sandbox="" title=/s);
    expect(one.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await fetch(`${mailUrl}/none`)).status).toBe(404);
  });
});
