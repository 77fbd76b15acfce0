import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';

/** What browsers of the last years understand; private methods and the like stay as they are. */
const BROWSERS = ['chrome111', 'firefox114', 'safari16.4'];

/**
 * Bundles each page below `console/` (a folder with a `main.tsx`) into `dist/pages/assets/`, compressed, under names
 * that change with their content, and writes `dist/pages/manifest.json`. Runs beside `buildFunctions`, after that has
 * emptied `dist/`.
 * @returns the names of the pages built
 */
export async function buildPages(root: string): Promise<readonly string[]> {
  const entries = globSync('console/*/main.tsx', { cwd: root });
  const entryPoints = Object.fromEntries(entries.map((entry) => [basename(join(entry, '..')), join(root, entry)]));
  const outdir = join(root, 'dist', 'pages');
  const { outputFiles, metafile } = await build({
    entryPoints,
    outdir,
    entryNames: 'assets/[name]-[hash]',
    bundle: true,
    write: false,
    metafile: true,
    absWorkingDir: root,
    platform: 'browser',
    target: BROWSERS,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    minify: true,
    sourcemap: false,
    legalComments: 'none',
    logLevel: 'warning',
  });
  mkdirSync(join(outdir, 'assets'), { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(`${path}.gz`, gzipSync(contents));
  const manifest = Object.fromEntries(Object.keys(entryPoints).map((page) => [page, filesOf(page, metafile)]));
  writeFileSync(join(outdir, 'manifest.json'), JSON.stringify(manifest));
  return Object.keys(manifest);
}

function filesOf(page: string, { outputs }: Metafile): { script: string; style: string } {
  const [script = '', { cssBundle = '' } = {}] =
    Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === `console/${page}/main.tsx`) ?? [];
  return { script: basename(script), style: basename(cssBundle) };
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const names = await buildPages(root);
  const sizes = globSync('dist/pages/assets/*.gz', { cwd: root }).map(
    (file) => `${relative('dist/pages/assets', file)} ${readFileSync(join(root, file)).length} bytes`,
  );
  console.log(`${names.join(', ')} built into dist/pages/: ${sizes.join(', ')}`);
}
