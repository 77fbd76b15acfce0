import type { Availability } from '#domain/availability';
import type { ContentReference } from '#domain/item';
import type { LumenNotice } from '#domain/lumen/notice';
import type { PlacedHold } from '#domain/placement';
import type { Statement } from '#domain/transparency-database/statement';

/** What the platform says of an item: what it is, who put it up, and what restricts it now. */
export interface PlatformItem {
  readonly reference: ContentReference;
  readonly title: string;
  /** The parts that it has. */
  readonly components: readonly string[];
  /** Since when it is there, RFC 3339 in UTC; null where the platform does not say. */
  readonly publishedAt: string | null;
  readonly uploader: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language: 'en' | 'de';
    readonly country: string;
  };
  /** The restrictions in place, as the platform returns them. */
  readonly restrictions: readonly unknown[];
  /** The copies it keeps for us. */
  readonly holds: readonly PlacedHold[];
}

/** A restriction to put in place. */
export interface Restriction {
  readonly action: string;
  readonly components: readonly string[];
  readonly territories: readonly string[];
  readonly until: string | null;
}

/** The content platform. Every change carries a key that makes its repetition harmless. */
export interface Platform {
  /** Metadata of an item, or null when the platform has none of that id. @throws PlatformUnavailableError */
  describe(reference: ContentReference): Promise<PlatformItem | null>;
  /** What the public sees, read from the edge, or null when unknown. @throws PlatformUnavailableError */
  readBack(reference: ContentReference): Promise<Availability | null>;
  /** Puts a restriction in place. @throws PlatformUnavailableError @throws PlatformRefusedError */
  restrict(reference: ContentReference, restrictionId: string, restriction: Restriction, key: string): Promise<void>;
  /** Lifts a restriction; one that is not there is done. @throws PlatformUnavailableError */
  lift(reference: ContentReference, restrictionId: string, key: string): Promise<void>;
  /** Keeps a copy until `until`. @throws PlatformUnavailableError */
  preserve(reference: ContentReference, holdId: string, until: string, key: string): Promise<void>;
}

/** A mail as handed to the mail service: the exact bytes, and the tag its fate is looked up by. */
export interface OutgoingMail {
  readonly caseId: string;
  readonly deliveryId: string;
  readonly from: string;
  readonly to: string;
  readonly raw: Uint8Array;
}

/** The mail service. */
export interface Mailer {
  /** Hands a mail over; returns the service's message id. @throws MailBusyError @throws MailRefusedError @throws MailUnavailableError */
  send(mail: OutgoingMail): Promise<string>;
}

/** A signed webhook (Standard Webhooks). */
export interface Webhooks {
  /** Posts `body` signed, with `id` as its message id; any 2xx is delivery. @throws WebhookFailedError */
  post(target: 'partner' | 'on-call', id: string, body: unknown): Promise<void>;
  /** Whether somebody acknowledged a page at the on-call system, and who. @throws WebhookFailedError */
  pageAcknowledgement(pageId: string): Promise<{ readonly by: string; readonly at: string } | null>;
}

/** What the Transparency Database answered to statements that it was sent together. */
export type StoreAnswer =
  /** Every statement is stored; the database's identifiers in their order. */
  | { readonly kind: 'stored'; readonly uuids: readonly string[] }
  /** None was stored now, since it knows these identifiers of statements already. */
  | { readonly kind: 'existing'; readonly puids: readonly string[] }
  /** None was stored, since some break its rules: their places among those sent, and the fields. */
  | { readonly kind: 'invalid'; readonly faults: readonly StatementFault[] }
  /** None was stored: too many requests, or our token is not accepted. */
  | { readonly kind: 'busy' | 'unauthorised' }
  /** No answer that says anything: they may be stored or not. */
  | { readonly kind: 'unheard' };

/** A statement that the database refuses: its place among those sent, from 0, and the fields that it names. */
export interface StatementFault {
  readonly index: number;
  readonly fields: readonly string[];
}

/** The Commission's DSA Transparency Database. What it stored cannot be changed or taken back. */
export interface TransparencyDatabase {
  /** Sends 1 to 100 statements, each identifier once: all are stored or none. */
  store(statements: readonly Statement[]): Promise<StoreAnswer>;
}

/** What Lumen answered to a notice. */
export type LumenAnswer =
  /** It keeps it, under this path. */
  | { readonly kind: 'stored'; readonly id: string }
  /** It does not keep it, for these fields. */
  | { readonly kind: 'invalid'; readonly fields: readonly string[] }
  /** It does not keep it: too many requests or a fault of its own, or our token is not accepted. */
  | { readonly kind: 'busy' | 'unauthorised' }
  /** No answer that says anything: it may be kept or not. */
  | { readonly kind: 'unheard' };

/** The Lumen database. It has no key against repetition: the same notice twice is kept twice. */
export interface Lumen {
  /** Sends a notice. */
  submit(notice: LumenNotice): Promise<LumenAnswer>;
}

/** What NCMEC answered about a report. */
export type CyberTipAnswer =
  /** A report is open under this number: it is none before it is finished. */
  | { readonly kind: 'opened'; readonly reportId: string }
  /** The report is made, now or by an earlier request. */
  | { readonly kind: 'finished' }
  /** There is no such report any more: NCMEC drops those that nobody finished. */
  | { readonly kind: 'gone' }
  /** It breaks a rule; the code of NCMEC's answer. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unauthorised' }
  /** No answer that says anything. */
  | { readonly kind: 'unheard' };

/** The CyberTipline of NCMEC. */
export interface CyberTipline {
  /** Opens a report: XML in the order of NCMEC's schema. Opened twice and finished once, it is one report. */
  open(xml: string): Promise<CyberTipAnswer>;
  /** Finishes a report, after which NCMEC has it. */
  finish(reportId: string): Promise<CyberTipAnswer>;
}

/** Signs checkpoints and receipts with a key that never leaves the key service. */
export interface Signer {
  /** The id of the key as published in the JWKS. */
  keyId(): Promise<string>;
  /** Signs a payload as a compact JWS (ES256). */
  sign(payload: string): Promise<string>;
  /** The public keys as a JWKS. */
  publicKeys(): Promise<{ readonly keys: readonly Readonly<Record<string, unknown>>[] }>;
}
