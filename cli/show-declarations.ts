import type { CaseView } from '#domain/api/case-views';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import type { Bilingual } from '#domain/clock';
import type { ElementId } from '#domain/legal-basis';
import type { Language } from '#domain/party';
import { elementsFilledBy, type KeptRequest } from '#domain/submission';
import type { Row } from './sections.ts';
import { labelsIn } from './show-labels.ts';

type Notice = Extract<KeptRequest, { kind: 'notice' }>;

/** What a sender can declare, and the elements of a legal basis that ask for it. */
interface Declaration extends Bilingual {
  readonly asks: readonly ElementId[];
}

const DECLARATIONS: Readonly<Record<keyof Notice['statements'], Declaration>> = {
  goodFaith: { en: 'in good faith', de: 'in gutem Glauben', asks: ['good-faith'] },
  accurate: { en: 'accurate and complete', de: 'richtig und vollständig', asks: ['accuracy'] },
  authorised: { en: 'authorised to act', de: 'zum Handeln befugt', asks: ['authorised', 'penalty-of-perjury'] },
  underPenaltyOfPerjury: {
    en: 'under penalty of perjury',
    de: 'unter Strafandrohung für Meineid',
    asks: ['penalty-of-perjury'],
  },
  affectedPerson: {
    en: 'is the person concerned, or may act for them',
    de: 'ist die betroffene Person oder darf für sie handeln',
    asks: ['affected-person'],
  },
  withoutConsent: {
    en: 'published without the consent of the person shown',
    de: 'ohne Einwilligung der abgebildeten Person veröffentlicht',
    asks: ['non-consent'],
  },
  posterUnknown: {
    en: 'poster not known well enough to sue',
    de: 'Verfasser für eine Klage nicht bekannt',
    asks: ['poster-unknown'],
  },
  passOnDetails: {
    en: 'name and e-mail may be passed on',
    de: 'Name und E-Mail dürfen weitergegeben werden',
    asks: [],
  },
  removedBefore: { en: 'removed twice before', de: 'schon zweimal entfernt', asks: [] },
};

/** What a notice declares, and what its legal basis asks to be declared that neither it nor a later answer does. */
export function showDeclarations({ statements }: Notice, view: CaseView, language: Language): readonly Row[] {
  const label = labelsIn(language);
  const asked = findLegalBasis(view.legalBasis, view.legalBasisVersion)?.elements.map(({ element }) => element) ?? [];
  const later = (view.information ?? []).flatMap((piece) => (piece.kind === 'remark' ? [] : elementsFilledBy(piece)));
  const open = asked.filter((element) => !later.includes(element));
  const rows = Object.entries(DECLARATIONS);
  const declared = rows.filter(([name]) => isDeclared(statements, name));
  const lacking = rows.filter(([name, { asks }]) => !isDeclared(statements, name) && meet(asks, open));
  return [
    [label('declared'), declared.map(([, words]) => words[language]).join(', ')],
    [label('notDeclared'), lacking.map(([, words]) => words[language]).join(', ')],
  ];
}

function isDeclared(statements: Notice['statements'], name: string): boolean {
  return Object.entries(statements).some(([declared, holds]) => declared === name && holds === true);
}

function meet(some: readonly ElementId[], others: readonly ElementId[]): boolean {
  return some.some((element) => others.includes(element));
}
