/** What stands in a text only where a fact was not filled in: placeholders, values of a program, empty lines of a list. */
export const UNRESOLVED =
  /[{}]|\b(?:undefined|null|NaN|Invalid Date)\b|\[object|^\s*(?:-|\(\d+\)|\d+\.)\s*$|: *[.,;]|\(\s*[);,]|[,;] *[.,;]| ,|„“|“”/m;
