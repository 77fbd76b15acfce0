import type { CaseView } from '#domain/api/case-views';
import { elementLabel } from '#domain/catalogue/catalogue';
import { ElementId } from '#domain/legal-basis';
import type { Language } from '#domain/party';
import type { KeptInformation, KeptRemark, KeptRequest } from '#domain/submission';
import { roleInWords } from './code-words.ts';
import { groupTerritories } from './group-territories.ts';
import { joined } from './joined.ts';
import { fields, type Row, section } from './sections.ts';
import { showDeclarations } from './show-declarations.ts';
import { labelsIn } from './show-labels.ts';

const NOT_SHOWN = {
  en: 'What was sent is not shown to this role, or was erased.',
  de: 'Was gesendet wurde, ist für diese Rolle nicht sichtbar oder wurde gelöscht.',
} as const;

const REROUTE = {
  en: 'it belongs elsewhere; to reject it takes the proposal up',
  de: 'gehört an eine andere Stelle; eine Ablehnung greift den Vorschlag auf',
} as const;

const YES_NO = { en: ['yes', 'no'], de: ['ja', 'nein'] } as const;

/** What was asked, in the sender's words, with what is missing of it and what was supplied later. */
export function showDemand(view: CaseView, language: Language): string[] {
  const label = labelsIn(language);
  const { request, missing, informationDueAt, proposal, information } = view;
  const asked = request === null ? [] : rowsOf(request, view, language);
  const rows: readonly Row[] = [
    ...asked,
    [label('territoriesAmended'), amendedTerritories(view)],
    [label('secretUntil'), view.nonDisclosureUntil],
    [label('missing'), missing.map((element) => nameOf(view, element, language)).join('\n')],
    [label('answerUntil'), informationDueAt],
    [label('proposal'), proposal === null ? null : REROUTE[language]],
  ];
  const lines = [...(request === null ? [NOT_SHOWN[language]] : []), ...fields(rows)];
  const later = (information ?? []).flatMap((piece) => fields(rowsOfLater(piece, language)));
  return [...section(label('demand'), lines), ...section(label('later'), later)];
}

function rowsOf(request: KeptRequest, view: CaseView, language: Language): readonly Row[] {
  const label = labelsIn(language);
  const common: readonly Row[] = [
    [label('sentAs'), roleInWords(request.submittedBy, language)],
    [label('language'), request.language],
  ];
  if (request.kind === 'order') return [...common, ...rowsOfOrder(request, language)];
  const { explanation, meaning, inaccuracies, works, signature, attachments, earlierCase } = request;
  return [
    ...common,
    [label('explanation'), explanation],
    [label('earlierCase'), earlierCase],
    [label('meaning'), meaning],
    [label('inaccuracies'), inaccuracies],
    [label('works'), works.map(({ description, url }) => joined([description, url], ' – ')).join('\n')],
    ...showDeclarations(request, view, language),
    [label('signature'), signature],
    [
      label('attachments'),
      attachments.map(({ fileName, mediaType, bytes }) => `${fileName} (${mediaType}, ${bytes} B)`).join('\n'),
    ],
  ];
}

const ENFORCING = { en: 'the enforcing authority', de: 'die Vollstreckungsbehörde' } as const;

function rowsOfOrder(order: Extract<KeptRequest, { kind: 'order' }>, language: Language): readonly Row[] {
  const label = labelsIn(language);
  const [yes, no] = YES_NO[language];
  return [
    [label('authority'), order.authority.id],
    [label('reference'), order.reference],
    [label('issued'), order.issuedAt],
    [label('territories'), groupTerritories(order.territories)],
    [label('provisions'), order.provisions.join('\n')],
    [label('reasons'), order.statementOfReasons],
    [label('redress'), order.redress],
    [label('complyBy'), order.complyBy],
    [label('signed'), order.signed ? yes : no],
    [label('emergency'), order.emergency ? yes : null],
    [label('notified'), order.enforcingAuthorityNotified ? ENFORCING[language] : null],
  ];
}

function rowsOfLater(piece: KeptInformation | KeptRemark, language: Language): readonly Row[] {
  const label = labelsIn(language);
  // What was said beside something that the case did not take.
  if (piece.kind === 'remark')
    return [
      [label('received'), piece.at],
      [label('reasons'), piece.text],
    ];
  const { items } = piece.kind === 'amendment' ? piece.amendment : piece.information;
  const urls: Row = [label('items'), items.map(({ url }) => url).join('\n')];
  if (piece.kind === 'information') {
    const answers = Object.entries(piece.information.answers).map(
      ([element, answer]): Row => [element, answerInWords(answer, language)],
    );
    return [[label('received'), piece.at], ...answers, urls];
  }
  const { statement, territories, complyBy, nonDisclosureUntil } = piece.amendment;
  return [
    [label('received'), piece.at],
    [label('reasons'), statement],
    [label('territories'), territories === undefined ? null : groupTerritories(territories)],
    [label('complyBy'), complyBy],
    [label('secretUntil'), nonDisclosureUntil],
    urls,
  ];
}

function answerInWords(answer: string | boolean | undefined, language: Language): string {
  const [yes, no] = YES_NO[language];
  if (typeof answer === 'boolean') return answer ? yes : no;
  return answer ?? '';
}

function amendedTerritories({ territoriesAmendedAt, territories }: CaseView): string | null {
  return territoriesAmendedAt === null ? null : `${territoriesAmendedAt}: ${groupTerritories(territories)}`;
}

function nameOf({ legalBasis }: CaseView, element: string, language: Language): string {
  const known = ElementId.safeParse(element);
  return known.success ? `${known.data}: ${elementLabel(legalBasis, known.data)[language]}` : element;
}
