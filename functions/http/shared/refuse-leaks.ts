import type { CaseRecord } from '#domain/case';
import { isUnionOrder } from '#domain/messages/clearance';
import type { FactSheet } from '#domain/messages/fact-sheet';
import { type DecisionReaders, type LeakingWords, leakingWords, type ToldWords } from '#domain/messages/told-words';
import type { Party } from '#domain/party';
import { lookUpUploaders } from '#runtime/look-up-uploaders';
import { type Answer, problem } from '#runtime/problem';
import { basisOf } from '../../legal-removal/shared/load-case.ts';
import { askerOf } from '../../legal-removal/shared/submission.ts';
import { factSheetOf, type House } from '../../legal-removal/tell/fact-sheet-of.ts';
import { answerSecrets } from '../../legal-removal/tell/hearing-facts.ts';
import { readSources, type SourceReaders, type Sources } from '../../legal-removal/tell/sources.ts';
import { uploaderSecrets } from '../../legal-removal/tell/uploader-secrets.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Platform } from '../../ports/outside.ts';

/** What checking the words of a request needs. */
export interface LeakPorts extends SourceReaders {
  readonly platform: Pick<Platform, 'describe'>;
  readonly platformUrl: string;
  readonly clock: Clock;
}

/** How many items' uploaders are asked for while somebody waits for the answer; telling asks for all. */
const LOOKED_UP = 32;

/**
 * Refuses words that a message would tell to somebody who is not cleared for them, or gives null: found out when the
 * message is written, they would keep a person affected from being told in time. `restricted` names the items whose
 * uploaders are told. Where the platform does not answer, what it says is left to the check of the message itself.
 */
export async function refuseLeaks(
  ports: LeakPorts,
  record: CaseRecord,
  wordsFor: (readers: DecisionReaders) => readonly ToldWords[],
  restricted: readonly string[] = [],
): Promise<Answer | null> {
  const asker = askerOf(record);
  const most = wordsFor({ asker, uploader: true, public: true });
  if (most.length === 0) return null;
  const sources = { ...(await readSources(ports, record, null)), decision: null, restricting: null };
  const sheetOf = await sheets(ports, sources, restricted, asker);
  const facts = sheetOf('uploader');
  const stated = basisOf(record).notifications.some(({ channel }) => channel === 'transparency-database');
  const isTold = !isUnionOrder(facts);
  const texts = wordsFor({ asker, uploader: isTold, public: isTold && stated });
  const leaks = leakingWords(texts, (reader) => sheetOf(reader === 'public' ? 'uploader' : reader));
  if (leaks.length === 0) return null;
  const faults = leaks.map(faultOf);
  const distinct = new Map(faults.map((fault) => [`${fault.path} ${fault.message}`, fault]));
  return problem(400, REWRITE, [...distinct.values()]);
}

const REWRITE = 'A text would tell its reader what that reader may not know. Write it without, and send it again.';

type Reader = 'sender' | 'authority' | 'uploader';

/** The facts for each reader; for the uploader those of the only one who is told, or what none of several may know. */
async function sheets(
  ports: LeakPorts,
  sources: Sources,
  restricted: readonly string[],
  asker: 'sender' | 'authority',
): Promise<(reader: Reader) => FactSheet> {
  const { platform, platformUrl, clock } = ports;
  const placesOf = (items: Sources['items']) => items.flatMap(({ reference }) => reference ?? []).slice(0, LOOKED_UP);
  const affected = sources.items.filter(({ itemId }) => restricted.includes(itemId));
  const [alone = null, ...more] = sources.heard;
  const [all, told, answersToAsker, answersToOthers] = await Promise.all([
    lookUpUploaders(platform, placesOf([...affected, ...sources.items])),
    lookUpUploaders(platform, placesOf(affected)),
    answerSecrets(ports, sources, { to: asker, personId: asker }),
    answerSecrets(ports, sources, { to: 'uploader', personId: more.length === 0 ? (alone?.personId ?? '') : '' }),
  ]);
  const [only, ...others] = told.uploaders;
  const nobody = { name: null, email: null };
  const { language, nonDisclosureUntil: secretUntil } = sources.record;
  // What a secret order says may be told once it is secret no longer, and no sooner is anything told.
  const now = clock.now();
  const toldAt = secretUntil !== null && secretUntil > now ? secretUntil : now;
  return (role) => {
    const { name, email } = role === 'uploader' && others.length === 0 ? (only ?? nobody) : nobody;
    const known = role === 'uploader' ? undefined : sources.parties.get(role);
    const reader: Party = known ?? { personId: 'reader', role, name, email, language, country: null };
    const facts = factSheetOf(sources, reader, houseAt(platformUrl), toldAt);
    const secrets = all.uploaders.flatMap((uploader) => uploaderSecrets('uploader', uploader));
    const answers = role === 'uploader' ? answersToOthers : answersToAsker;
    return { ...facts, confidential: [...facts.confidential, ...secrets, ...answers] };
  };
}

/** What messages say of ourselves is nobody's secret, so that it is left out here, and days of redress with it. */
function houseAt(platformUrl: string): House {
  const platform = { name: '', address: '', contact: '', authorisedPerson: null };
  return { publicUrl: '', platformUrl, platform, calendar: { holiday: () => null, isHoliday: () => false } };
}

function faultOf({ path, reader, field }: LeakingWords): { readonly path: string; readonly message: string } {
  const [, detail] = DETAILS.find(([start]) => field.startsWith(start)) ?? ['', 'a detail of the case'];
  return { path, message: `holds ${detail}, and is told to ${READERS[reader]}` };
}

const READERS: Readonly<Record<LeakingWords['reader'], string>> = {
  sender: 'the sender',
  authority: 'the authority',
  uploader: 'the uploader',
  public: 'everybody, by the Transparency Database',
};

/** What is said of a value that was found, by the beginning of its field's name: which kind it is, never the value. */
const DETAILS: readonly (readonly [string, string])[] = [
  ['personal', 'a name, an address or a telephone number'],
  ['sender.email', "the sender's e-mail address"],
  ['sender.explanation', "the sender's own words"],
  ['sender.', "the sender's name"],
  ['items[].note', "the sender's own words"],
  ['items[].submittedUrl', 'an address as the sender wrote it'],
  ['uploader.', 'a name or an e-mail address of an uploader'],
  ['confidential[]', 'a name, an address or the words of an uploader'],
  ['order.', 'a detail of the order'],
];
