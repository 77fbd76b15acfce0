import type { FoundUrl } from './found-url.ts';
import type { MessageKind } from './message-kind.ts';
import { type Certainty, type Passage, passageAt } from './passage.ts';
import { type Cue, cueAbove, cueBehind, cueInLine, type KnownAbove, NO_CUE } from './prose-cue.ts';
import type { Section } from './sections.ts';
import type { TakenApart } from './taken-apart.ts';

/** An address with what the message says it is, and the words that say so. */
export interface RoledUrl extends FoundUrl {
  readonly role: 'item' | 'work' | 'unclear';
  readonly certainty: Certainty;
  /** The address where it stands, and the question, label or sentence that gives it its role. */
  readonly passages: readonly Passage[];
  /** True where the line repeats what somebody wrote before. */
  readonly quoted: boolean;
}

interface Placed {
  readonly url: FoundUrl;
  readonly quoted: boolean;
  readonly section: Section | null;
  /** What the form's question above it asks for. */
  readonly form: Cue;
  /** What the words before it in its line say, and where those say nothing, the lines above. */
  readonly label: Cue;
  readonly prose: Cue;
  /** What the rest of its sentence says, where nothing before it does. */
  readonly behind: Cue;
}

/**
 * What each address of a message is: a place complained of, the claimant's own work, or unclear. In a form the question
 * above it tells; elsewhere the label or sentence that introduces it. What is only cited is left out.
 */
export function rolesOf(message: TakenApart, kind: MessageKind): readonly RoledUrl[] {
  const placed = place(message);
  const inForm = placed.filter(({ section }) => section?.isForm === true);
  const isForm = inForm.some(({ form }) => form.asked === 'items');
  const asksForItems = message.sections.some(({ isForm: form, asked }) => form && asked === 'items');
  const works = new Set(inForm.flatMap(({ form, url }) => (form.asked === 'works' ? [url.key] : [])));
  return placed.flatMap((one): readonly RoledUrl[] => {
    if (isForm) return roleInForm(one, message, works);
    // The form's question for the places was answered without an address: those under another are not told apart.
    if (one.section?.isForm === true && asksForItems) return one.form.asked === 'works' ? [unclear(one, message)] : [];
    return roleInProse(one, message, kind);
  });
}

function roleInForm(one: Placed, message: TakenApart, works: ReadonlySet<string>): readonly RoledUrl[] {
  const { form, label, url } = one;
  if (form.asked === 'works') return [roled(one, message, 'work', 'sure', [form])];
  if (form.asked !== 'items') return [];
  // Under the question for the places but called the claimant's own, or named as the work too: a person has to look.
  if (label.asked === 'works') return [roled(one, message, 'item', 'uncertain', [form, label])];
  return [roled(one, message, 'item', works.has(url.key) ? 'uncertain' : 'sure', [form])];
}

function roleInProse(one: Placed, message: TakenApart, kind: MessageKind): readonly RoledUrl[] {
  const cue = one.form.asked === 'items' || one.form.asked === 'works' ? one.form : one.prose;
  // Of what an authority names a person looks at all.
  if (cue.asked === 'neither') return kind === 'order' ? [unclear(one, message)] : [];
  if (cue.asked === 'items') return [roled(one, message, 'item', 'likely', [cue])];
  if (one.behind.asked === 'items') return [roled(one, message, 'item', 'uncertain', [one.behind])];
  // Who asks for something to be put back names little else, and calls it their own.
  if (kind === 'counter-notice' || kind === 'withdrawal') return [roled(one, message, 'item', 'uncertain', [cue])];
  return [cue.asked === 'works' ? roled(one, message, 'work', 'likely', [cue]) : unclear(one, message)];
}

function unclear(one: Placed, message: TakenApart): RoledUrl {
  return roled(one, message, 'unclear', 'uncertain', [one.form]);
}

function roled(
  { url, quoted }: Placed,
  { text }: TakenApart,
  role: RoledUrl['role'],
  certainty: Certainty,
  cues: readonly Cue[],
): RoledUrl {
  const shown = cues.flatMap(({ at }) => (at === null ? [] : [at]));
  return {
    ...url,
    role,
    // An address that had to be put together is never sure.
    certainty: url.isWhole ? certainty : 'uncertain',
    passages: [passageAt(text, url.start, url.end), ...shown],
    quoted,
  };
}

function place(message: TakenApart): readonly Placed[] {
  const { text, lines, urls } = message;
  const sections = sectionsByLine(message);
  const placed: Placed[] = [];
  let index = 0;
  let known: KnownAbove | null = null;
  urls.forEach((url, number) => {
    while ((lines[index + 1]?.start ?? Number.POSITIVE_INFINITY) <= url.start) index += 1;
    const line = lines[index];
    const section = sections[index] ?? null;
    // An address in the words of a form's question is the form's own.
    if (
      line === undefined ||
      (section?.heading.includes(index) === true && isInHeading(text.slice(line.start, url.start)))
    )
      return;
    const before = urls[number - 1];
    const inLine = before !== undefined && before.start >= line.start ? before : undefined;
    const own = cueInLine(text, line, url, inLine);
    const goesOn = inLine !== undefined && !/[.!?]\s/.test(text.slice(inLine.end, url.start));
    const label = own.asked === null && goesOn ? (placed.at(-1)?.label ?? NO_CUE) : own;
    const isAnswer = section?.isForm === true && section.asked !== null;
    const above = isAnswer ? NO_CUE : cueAbove(text, lines, url, index, known);
    if (!isAnswer && inLine === undefined) known = { index, cue: above };
    const prose = label.asked === null ? above : label;
    const behind = prose.asked === null && !isAnswer ? cueBehind(text, line, url, urls[number + 1]) : NO_CUE;
    placed.push({ url, quoted: line.quoted, section, form: formCue(section, message), label, prose, behind });
  });
  return placed;
}

/** Whether what stands before an address in the line of a heading leaves it in the heading: then it is the form's own. */
function isInHeading(before: string): boolean {
  return !/\*\*[^*]{1,600}\*\*[^*<]{0,20}$|[?:.][ *_]{0,6}$/.test(before);
}

function sectionsByLine({ lines, sections }: TakenApart): readonly (Section | undefined)[] {
  const byLine = new Array<Section | undefined>(lines.length);
  for (const section of sections) for (const index of [...section.heading, ...section.answer]) byLine[index] = section;
  return byLine;
}

function formCue(section: Section | null, { text, lines }: TakenApart): Cue {
  if (section?.isForm !== true) return NO_CUE;
  const [first, last] = [lines[section.heading[0] ?? -1], lines[section.heading.at(-1) ?? -1]];
  const at = first === undefined || last === undefined ? null : passageAt(text, first.start, last.end);
  return { asked: section.asked, at };
}
