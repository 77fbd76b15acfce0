import { existsSync, globSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';

/** Needed by CommonJS packages inside an ES module bundle. */
const REQUIRE_BANNER =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

/** The name of the function whose handler lies in `folder`, below `functions/`: its path joined by dashes. */
export function functionName(folder: string): string {
  return folder.split(/[/\\]/).join('-');
}

/**
 * Bundles every handler.ts below functions/ below `root` into `dist/<name>/index.mjs`, in one call; what several of
 * them need stands once, in `dist/shared/`. The whole of `dist` is the code of each function.
 * @returns the names of the functions built
 */
export async function buildFunctions(root: string): Promise<readonly string[]> {
  const handlers = globSync('functions/**/handler.ts', { cwd: root });
  const entryPoints = Object.fromEntries(
    handlers.map((handler) => [`${functionName(relative('functions', dirname(handler)))}/index`, join(root, handler)]),
  );
  const outdir = join(root, 'dist');
  if (existsSync(outdir)) rmSync(outdir, { recursive: true });
  await build({
    entryPoints,
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // The ES modules of a package can be shaken; the CommonJS ones that `platform: node` prefers cannot.
    mainFields: ['module', 'main'],
    splitting: true,
    chunkNames: 'shared/[hash]',
    loader: { '.ttf': 'binary' },
    outExtension: { '.js': '.mjs' },
    banner: { js: REQUIRE_BANNER },
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: false,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return Object.keys(entryPoints)
    .map((entry) => dirname(entry))
    .sort();
}

if (import.meta.main) {
  const names = await buildFunctions(join(import.meta.dirname, '..'));
  console.log(`${names.length} functions built into dist/`);
}
