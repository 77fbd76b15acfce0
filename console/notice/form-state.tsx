import { createContext, type ReactNode, type RefObject, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { LegalBasis } from '#domain/legal-basis';
import type { Fault } from './check-draft.ts';
import { basisOf } from './concerns.ts';
import { type Draft, EMPTY_DRAFT, withItem } from './draft.ts';
import type { ChosenFile } from './files.ts';
import { type Question, questionsOf } from './questions.ts';
import type { SentBody } from './sent-body.ts';
import { findDraft, forgetDraft, keepDraft } from './stored-draft.ts';

/** The form as far as it is filled in, and what may be done with it. */
export interface FormState {
  readonly draft: Draft;
  readonly basis: LegalBasis | null;
  /** Null before the legal basis is known. */
  readonly questions: readonly Question[] | null;
  /** What the last attempt to go on found. */
  readonly faults: readonly Fault[];
  /** Whether the draft is kept on this device. */
  readonly kept: boolean;
  /** Files to send along; gone when the page is loaded anew. */
  readonly files: readonly ChosenFile[];
  /** What was last sent, and may have arrived though no answer came. */
  readonly sent: RefObject<SentBody | null>;
  readonly change: (part: Partial<Draft>) => void;
  readonly setFiles: (files: readonly ChosenFile[]) => void;
  readonly show: (faults: readonly Fault[]) => void;
  readonly keepOnDevice: (keep: boolean) => void;
  /** Begins anew, after sending. */
  readonly clear: () => void;
}

const Context = createContext<FormState | null>(null);

/** The form's state. @throws TypeError outside of `FormProvider` */
export function useForm(): FormState {
  const state = useContext(Context);
  if (state === null) throw new TypeError('the form has no state here');
  return state;
}

/** Holds the state of the form, in this tab, and on the device where the person wants that. */
export function FormProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [found] = useState(() => findDraft(sessionStorage, localStorage));
  // The platform links each item to the form, with its address.
  const [draft, setDraft] = useState(() => withItem(found.draft, new URLSearchParams(location.search).get('item')));
  const [kept, setKept] = useState(found.kept);
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const sent = useRef<SentBody | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  useEffect(() => {
    if (draft !== EMPTY_DRAFT) keepDraft(sessionStorage, draft);
    if (kept) keepDraft(localStorage, draft);
    else forgetDraft(localStorage);
  }, [draft, kept]);
  const state = useMemo((): FormState => {
    const basis = basisOf(draft.concern, draft.basis);
    return {
      draft,
      basis,
      questions: basis === null ? null : questionsOf(basis, draft.concern),
      faults,
      kept,
      files,
      sent,
      setFiles,
      change: (part) => setDraft((old) => ({ ...old, ...part })),
      show: setFaults,
      keepOnDevice: setKept,
      clear: () => {
        forgetDraft(sessionStorage);
        setKept(false);
        setFaults([]);
        setFiles([]);
        setDraft(EMPTY_DRAFT);
      },
    };
  }, [draft, faults, files, kept]);
  return <Context value={state}>{children}</Context>;
}
