/** The case and the run that an execution's name speaks of; null when it is not of the form `<caseId>-<run>`. */
export function runOfExecution(name: string): { readonly caseId: string; readonly run: number } | null {
  const match = /^(.+)-([1-9]\d{0,5})$/.exec(name);
  return match === null ? null : { caseId: match[1] ?? '', run: Number(match[2]) };
}
