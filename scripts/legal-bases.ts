import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { legalBasesPage } from './legal-bases/page.ts';

writeFileSync(join(import.meta.dirname, '..', 'docs', 'legal-bases.md'), legalBasesPage());
console.log('docs/legal-bases.md is written.');
