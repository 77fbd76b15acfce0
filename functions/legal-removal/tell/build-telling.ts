import { holidayCalendar } from '#adapters/holiday-calendar';
import { systemClock } from '#runtime/clock';
import { randomIds } from '#runtime/ids';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildLumen } from '../../parts/lumen.ts';
import { buildMailer, mailFrom } from '../../parts/mailer.ts';
import { buildPaper } from '../../parts/paper.ts';
import { buildPlatform, platformIdentity, platformUrl } from '../../parts/platform.ts';
import { buildCyberTipline, reportDestinations } from '../../parts/reporting.ts';
import { buildTransparencyDatabase } from '../../parts/transparency-database.ts';
import { buildVault } from '../../parts/vault.ts';
import { publicUrl } from '../../parts/verifier.ts';
import { buildWebhooks } from '../../parts/webhooks.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { TakeUpDependencies } from './take-up.ts';

/** What tells people in this process. */
export function buildTelling(): TakeUpDependencies & { readonly cases: CaseStore } {
  return {
    cases: buildCases(),
    documents: buildDocuments(),
    vault: buildVault(),
    mailer: buildMailer(),
    webhooks: buildWebhooks(),
    paper: buildPaper(),
    database: buildTransparencyDatabase(),
    platform: buildPlatform(),
    lumen: buildLumen(),
    cyberTipline: buildCyberTipline(),
    destinations: reportDestinations(),
    from: mailFrom(),
    house: {
      publicUrl: publicUrl(),
      platformUrl: platformUrl(),
      platform: { ...platformIdentity(), contact: mailFrom(), authorisedPerson: null },
      calendar: holidayCalendar(),
    },
    clock: systemClock,
    ids: randomIds,
  };
}
