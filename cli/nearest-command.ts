import type { Command } from './command.ts';

/** The command whose name is written most like the arguments; null when none is near. */
export function nearestCommand(commands: readonly Command[], args: readonly string[]): Command | null {
  const ranked = commands
    .map((command) => {
      const called = args.slice(0, command.name.split(' ').length).join(' ');
      return { command, distance: editDistance(called, command.name) };
    })
    .toSorted((one, other) => one.distance - other.distance);
  const best = ranked[0];
  return best === undefined || best.distance > best.command.name.length / 2 ? null : best.command;
}

/** How many letters have to be put in, taken out or changed to make one word of the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...to].entries()) {
      const changed = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(changed, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
