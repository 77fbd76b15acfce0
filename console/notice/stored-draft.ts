import { Draft, EMPTY_DRAFT } from './draft.ts';

const NAME = 'writ.notice';

/** Where a draft may be kept, as far as it is used here. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A draft, and whether it came from what the person chose to keep on the device. */
export interface FoundDraft {
  readonly draft: Draft;
  readonly kept: boolean;
}

/** The draft of this tab, else the one kept on this device, else an empty one; what cannot be read counts as none. */
export function findDraft(tab: DraftStore, device: DraftStore): FoundDraft {
  const ofTab = readDraft(tab);
  const ofDevice = readDraft(device);
  return { draft: ofTab ?? ofDevice ?? EMPTY_DRAFT, kept: ofDevice !== null };
}

/** Keeps a draft in a store; where the browser keeps nothing, it lives as long as the page. */
export function keepDraft(store: DraftStore, draft: Draft): void {
  try {
    store.setItem(NAME, JSON.stringify(draft));
  } catch {
    // A full or forbidden store must not stop anybody from sending.
  }
}

/** Forgets the draft of a store. */
export function forgetDraft(store: DraftStore): void {
  store.removeItem(NAME);
}

function readDraft(store: DraftStore): Draft | null {
  try {
    return Draft.safeParse(JSON.parse(store.getItem(NAME) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}
