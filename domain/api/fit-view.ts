import { CaseView } from './case-views.ts';

/** How much of a view is left: characters of a text, and entries of a list of things. */
interface Cut {
  readonly characters: number;
  readonly entries: number;
}

/** Ever tighter cuts: texts go first, so that every item keeps its place as long as possible. */
const CUTS: readonly Cut[] = [
  { characters: 2_000, entries: Number.POSITIVE_INFINITY },
  { characters: 300, entries: Number.POSITIVE_INFINITY },
  { characters: 300, entries: 1_000 },
  { characters: 300, entries: 200 },
  { characters: 300, entries: 40 },
];

/** What stands at the end of a text that was cut. */
export const CUT_MARK = ' [… cut: the whole text is in the evidence bundle]';

/** The fields that grow with what people write; the others are few and short. */
const GROWING = ['decision', 'information', 'items', 'notes', 'request'] as const;

/** A view that `fits`: the whole one, or one whose texts, then lists, are cut, as `cut` says. */
export function fitView(view: CaseView, fits: (view: CaseView) => boolean): CaseView {
  let fitting = view;
  for (const cut of CUTS) {
    if (fits(fitting)) return fitting;
    fitting = cutView(view, cut);
  }
  return fitting;
}

function cutView(view: CaseView, cut: Cut): CaseView {
  const growing = Object.fromEntries(GROWING.map((field) => [field, shortened(view[field], cut)]));
  const { characters, entries } = cut;
  const said = { texts: characters, lists: Number.isFinite(entries) ? entries : null, whole: 'evidence' };
  return CaseView.parse({ ...view, ...growing, cut: said });
}

/** Lists of words, such as territories, stay whole: cut, they would say something else. */
function shortened(value: unknown, cut: Cut): unknown {
  if (typeof value === 'string') {
    if (value.length <= cut.characters) return value;
    return `${value.slice(0, cut.characters).toWellFormed()}${CUT_MARK}`;
  }
  if (Array.isArray(value)) {
    const kept = value.every((entry) => typeof entry === 'string') ? value : value.slice(0, cut.entries);
    return kept.map((entry) => shortened(entry, cut));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shortened(inner, cut)]));
}
