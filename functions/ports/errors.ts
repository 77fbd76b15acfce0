/** Thrown when a case id names no case. */
export class CaseNotFoundError extends Error {
  override readonly name = 'CaseNotFoundError';
}

/** Thrown when a change of state is not allowed from the state the case is in. */
export class TransitionRefusedError extends Error {
  override readonly name = 'TransitionRefusedError';
}

/** Thrown when other writers changed a case first at every attempt; worth another try later. */
export class ContentionError extends Error {
  override readonly name = 'ContentionError';
}

/** Thrown when the database was too busy at every attempt to keep something new; worth another try later. */
export class StoreBusyError extends Error {
  override readonly name = 'StoreBusyError';
}

/** Thrown when a twin of a request was faster: its answer is kept under the same idempotency key. */
export class AnswerKeptError extends Error {
  override readonly name = 'AnswerKeptError';
}

/** Thrown when a row that was to be new is there already. */
export class RowTakenError extends Error {
  override readonly name = 'RowTakenError';
}

/** Thrown when a change holds more rows or bytes than one transaction takes: a defect, to be split by its maker. */
export class ChangeTooLargeError extends Error {
  override readonly name = 'ChangeTooLargeError';
}

/** Thrown when text cannot be read because its key was destroyed. */
export class KeyErasedError extends Error {
  override readonly name = 'KeyErasedError';
}

/** Thrown when a document that a record refers to is not in the store. */
export class DocumentNotFoundError extends Error {
  override readonly name = 'DocumentNotFoundError';
}

/** Thrown when a document of that name is there already: a defect of whoever names documents, since each name is new. */
export class DocumentTakenError extends Error {
  override readonly name = 'DocumentTakenError';
}

/** Thrown when the store kept document versions that it was told to remove; they are tried again another time. */
export class VersionsKeptError extends Error {
  override readonly name = 'VersionsKeptError';
}

/** Thrown when the platform does not answer, or answers with a fault of its own; worth another try. */
export class PlatformUnavailableError extends Error {
  override readonly name = 'PlatformUnavailableError';
}

/** Thrown when the platform refuses a change for good. */
export class PlatformRefusedError extends Error {
  override readonly name = 'PlatformRefusedError';
}

/** Thrown when the mail service cannot take a mail now. */
export class MailUnavailableError extends Error {
  override readonly name = 'MailUnavailableError';
}

/** Thrown when the mail service takes no more mail for a while, and surely has not taken this one. */
export class MailBusyError extends Error {
  override readonly name = 'MailBusyError';
}

/** Thrown when the mail service refuses a mail for good. */
export class MailRefusedError extends Error {
  override readonly name = 'MailRefusedError';
}

/** Thrown when a webhook's receiver did not answer with a 2xx. */
export class WebhookFailedError extends Error {
  override readonly name = 'WebhookFailedError';
}

/** Thrown when a second put of an audit key is attempted: the log is append-only. */
export class AuditKeyTakenError extends Error {
  override readonly name = 'AuditKeyTakenError';
}

/** Thrown when a step is given input, or returns output, that does not fit its contract: a defect, never retried. */
export class ContractBrokenError extends Error {
  override readonly name = 'ContractBrokenError';
}
