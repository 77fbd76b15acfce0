import type * as z from 'zod';
import type { ResponseRequest } from '#domain/hearing';

/** The body of `POST /v1/cases/{caseId}/response`, before defaults. */
export type ResponseBody = z.input<typeof ResponseRequest>;

/** An answer as it is typed in. */
export interface TypedResponse {
  readonly position: ResponseBody['position'] | null;
  readonly explanation: string;
  readonly name: string;
  readonly postalAddress: string;
  readonly passOnDetails: boolean;
}

/** An answer in which nothing is filled in. */
export const NO_RESPONSE: TypedResponse = {
  position: null,
  explanation: '',
  name: '',
  postalAddress: '',
  passOnDetails: false,
};

/** The answer to send: blank fields stay away. Null before a position is taken. */
export function toResponse(typed: TypedResponse): ResponseBody | null {
  const { position, passOnDetails, ...texts } = typed;
  if (position === null) return null;
  const filled = Object.entries(texts).flatMap(([field, text]) => (text.trim() === '' ? [] : [[field, text.trim()]]));
  return { position, passOnDetails, ...Object.fromEntries(filled) };
}
