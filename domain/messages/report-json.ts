import { demandForm } from './demand-form.ts';
import type { FactView, ItemView } from './fact-view.ts';
import { provenMeasure } from './proven-measure.ts';
import { needed } from './writer.ts';

function header(view: FactView) {
  return {
    authority: needed('order.authorityName', view.order?.authorityName),
    authorityReference: view.order?.reference ?? null,
    orderIssuedAt: view.order?.issuedAt ?? null,
    provider: {
      name: needed('platform.name', view.platform?.name),
      address: needed('platform.address', view.platform?.address),
      contact: needed('platform.contact', view.platform?.contact),
      authorisedPerson: view.platform?.authorisedPerson ?? null,
    },
    providerReference: needed('reference', view.reference),
    orderReceivedAt: needed('receivedAt', view.receivedAt),
    reportedAt: needed('composedAt', view.composedAt),
  };
}

function isRemovalOrder(view: FactView): boolean {
  return demandForm(needed('legalBasis', view.legalBasis)) === 'removal-order';
}

function itemJson(item: ItemView) {
  const effects = item.effects ?? [];
  return {
    url: item.submittedUrl ?? item.url,
    measure: item.action,
    components: item.components,
    proven: effects
      .filter((effect) => effect.state === 'proven')
      .map(({ territories, effectiveAt, provenAt }) => ({ territories, effectiveAt, provenAt })),
    notProven: effects
      .filter((effect) => effect.state !== 'proven')
      .map(({ territories, state }) => ({ territories, lastCheck: state === 'failed' ? 'available' : 'open' })),
  };
}

/** The effect report for machines; `form` names the annex where there is one. All instants are UTC. */
export function effectReportJson(view: FactView, version: 'final' | 'interim'): unknown {
  const measure = provenMeasure(view.items);
  const items = view.items.filter((item) => item.action !== 'none').map(itemJson);
  return {
    form: isRemovalOrder(view) ? 'eu-2021-784-annex-ii' : 'order-effect-report',
    version,
    ...header(view),
    measure:
      version === 'interim'
        ? null
        : {
            removed: measure.removed,
            accessDisabledInAllMemberStates: measure.disabledInUnion,
            at: measure.completeAt ?? null,
          },
    narrowed: view.order?.narrowed ?? null,
    items,
    notMeasured: view.items
      .filter((item) => item.action === 'none')
      .map((item) => ({ url: item.submittedUrl ?? item.url, because: item.absence ?? 'not-decided' })),
  };
}

/** The impossibility report for machines. */
export function impossibilityReportJson(view: FactView, version: 'draft' | 'final'): unknown {
  const impossibility = needed('impossibility', view.impossibility);
  return {
    form: isRemovalOrder(view) ? 'eu-2021-784-annex-iii' : 'order-impossibility-report',
    version,
    ...header(view),
    reason: needed('impossibility.reason', impossibility.reason),
    explanation: needed('impossibility.explanation', impossibility.explanation),
    clarificationNeeded: impossibility.clarificationNeeded ?? null,
    ...(view.reinstatement?.at !== undefined && { measuresLiftedAt: view.reinstatement.at }),
  };
}

/** Our request for scrutiny for machines. */
export function scrutinyRequestJson(view: FactView): unknown {
  const scrutiny = needed('scrutiny', view.scrutiny);
  return {
    form: 'eu-2021-784-scrutiny-request',
    ...header(view),
    infringement: needed('scrutiny.infringement', scrutiny.infringement),
    grounds: needed('scrutiny.grounds', scrutiny.grounds),
    items: view.items.map(itemJson),
  };
}
