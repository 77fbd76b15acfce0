/** How long the pieces are by which a text is indexed, in characters. */
const PIECE = 8;
/** Under this length, in characters, looking straight through a text is faster than indexing it. */
const WORTH_INDEXING = 20_000;

/**
 * Finds every place of a form in a text. A long text is indexed once by its pieces of eight characters, so that
 * thousands of forms can be looked for: each is found through the rarest of its own pieces.
 */
export class TextIndex {
  readonly text: string;
  #places: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** The places at which `form` begins, in order, overlapping ones included; none for an empty form. */
  placesOf(form: string): readonly number[] {
    if (form === '') return [];
    if (this.text.length < WORTH_INDEXING || form.length < PIECE) return this.#lookedThrough(form);
    this.#places ??= piecesOf(this.text);
    let rarest: readonly number[] | undefined;
    let offset = 0;
    for (let at = 0; at + PIECE <= form.length; at += 1) {
      const places = this.#places.get(form.slice(at, at + PIECE));
      if (places === undefined) return [];
      if (rarest === undefined || places.length < rarest.length) {
        rarest = places;
        offset = at;
      }
    }
    return (rarest ?? []).map((place) => place - offset).filter((start) => this.text.startsWith(form, start));
  }

  #lookedThrough(form: string): readonly number[] {
    const found: number[] = [];
    for (let at = this.text.indexOf(form); at !== -1; at = this.text.indexOf(form, at + 1)) found.push(at);
    return found;
  }
}

function piecesOf(text: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at + PIECE <= text.length; at += 1) {
    const piece = text.slice(at, at + PIECE);
    const known = places.get(piece);
    if (known === undefined) places.set(piece, [at]);
    else known.push(at);
  }
  return places;
}
