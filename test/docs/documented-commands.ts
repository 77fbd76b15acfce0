import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const RUNBOOKS = join('docs', 'runbooks');

/** A `writ` command as a document prints it. */
export interface DocumentedCommand {
  readonly file: string;
  /** What stands behind `writ`. */
  readonly line: string;
  /** Whose token it needs, as written beside it; empty when nothing is. */
  readonly roles: readonly string[];
}

/** The text of a document of the repository. */
export function documentText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The paths of all runbooks, their table of contents among them. */
export function runbookPaths(): string[] {
  return readdirSync(join(ROOT, RUNBOOKS)).map((file) => join(RUNBOOKS, file));
}

/** The lines of the shell blocks of a text, without their indentation. */
export function shellLines(text: string): string[] {
  return [...text.matchAll(/^ *```sh\n(.*?)^ *```/gms)].flatMap(([, block = '']) =>
    block.split('\n').map((line) => line.trim()),
  );
}

/** The rows of the table whose head begins with a text, without its head. */
export function tableRows(text: string, head: string): string[] {
  const lines = text.split('\n');
  const [, , ...rows] = lines.slice(lines.findIndex((line) => line.startsWith(head)));
  return rows.slice(
    0,
    rows.findIndex((line) => !line.startsWith('|')),
  );
}

/** Every `writ` command of a text: in a shell block with `# roles` behind it, in a sentence with `(roles)`. */
export function writCommands(file: string, text: string): DocumentedCommand[] {
  const inBlocks = shellLines(text).map((line) => /^writ ([^#]+?)(?: *# (.+))?$/.exec(line));
  const inSentences = text.matchAll(/`writ ([^`]+)`(?:\s+\(([^)]+)\))?/g);
  return [...inBlocks, ...inSentences]
    .filter((found) => found !== null)
    .map(([, line = '', roles = '']) => ({
      file,
      line: line.replaceAll(/\s+/g, ' '),
      roles: roles === '' ? [] : roles.split(/,\s+|\s+or\s+/),
    }));
}
