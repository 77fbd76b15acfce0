/** The same words in another language: every sentence of `T`, and nothing else. */
export type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };
