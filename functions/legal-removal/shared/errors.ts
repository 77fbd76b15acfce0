/** Thrown when a case is pinned to a legal basis, or a version of one, that the catalogue does not hold. */
export class UnknownLegalBasisError extends Error {
  override readonly name = 'UnknownLegalBasisError';
}

/** Thrown when a decision cannot be carried out as written: a person has to decide anew. */
export class DecisionNotExecutableError extends Error {
  override readonly name = 'DecisionNotExecutableError';
}

/** Thrown when a step comes to a case that lacks what the step before should have recorded. */
export class RecordIncompleteError extends Error {
  override readonly name = 'RecordIncompleteError';
}

/** Thrown when a case lacks something for its closing that no wait can bring. */
export class CannotCloseError extends Error {
  override readonly name = 'CannotCloseError';
}
