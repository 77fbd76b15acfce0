/**
 * What a function may use. Each function's contract lists its needs, and the infrastructure turns each into exactly
 * its settings and its permissions, so that the two cannot drift apart.
 */
export type Need =
  /** Read one case and its rows. */
  | 'cases:read'
  /** Page through the indexes of cases. */
  | 'cases:list'
  /** Find the open cases whose time to be looked at has come. */
  | 'cases:watch'
  /** Store the task token of a wait beside its case. */
  | 'cases:tokens'
  /** Know whether cases exist, and nothing of them. */
  | 'cases:exist'
  /** Change cases: record, rows, audit events and outbox in one transaction. */
  | 'cases:write'
  /** Record new cases with their keys. */
  | 'cases:create'
  /** Know which authority a client belongs to. */
  | 'authorities:read'
  /** Count what senders do. */
  | 'senders:count'
  /** Decrypt documents. */
  | 'documents:read'
  /** Encrypt and keep documents under keys that exist. */
  | 'documents:write'
  /** See which cases documents were put for, and remove those of none; nothing can be read. */
  | 'documents:sweep'
  /** Unwrap keys that exist. */
  | 'keys:use'
  /** Destroy the keys of persons. */
  | 'keys:destroy'
  /** Make keys for persons who join a case. */
  | 'keys:make'
  /** Read what lies under Object Lock. */
  | 'evidence:read'
  /** Put evidence under Object Lock. */
  | 'evidence:write'
  /** Read audit chains. */
  | 'audit:read'
  /** Find the chains that grew on a day. */
  | 'audit:days'
  /** Append to chains of readers. */
  | 'audit:append'
  /** Start executions. */
  | 'executions:start'
  /** Complete waiting tasks. */
  | 'executions:ring'
  /** Know how executions are named. */
  | 'executions:name'
  /** Ask how an execution stands. */
  | 'executions:status'
  /** Read the histories of executions. */
  | 'executions:history'
  /** Send mail. */
  | 'mail:send'
  /** Call the content platform. */
  | 'platform'
  /** Know the platform's name and address, as its messages show them. */
  | 'platform-identity'
  /** Send statements to the DSA Transparency Database. */
  | 'transparency-database'
  /** Send notices to Lumen, where the stage shares any. */
  | 'lumen'
  /** Send reports to NCMEC, where the stage has an account there. */
  | 'ncmec'
  /** Know where reports to authorities go, and from where. */
  | 'report-destinations'
  /** Post webhooks to partners. */
  | 'partner'
  /** Post pages to the on-call system. */
  | 'on-call'
  /** Sign checkpoints and receipts. */
  | 'sign'
  /** Publish the public keys. */
  | 'public-keys'
  /** Make one-off timers. */
  | 'timers'
  /** Verify access tokens. */
  | 'callers'
  /** Know the product's public address. */
  | 'public-url';
