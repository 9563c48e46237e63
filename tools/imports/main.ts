import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate';
import { readerOfFolder, readerOfUrls } from './read';
import { readSources } from './sources';

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    sources: { type: 'string', default: 'imports/sources.json' },
    to: { type: 'string', default: 'imports' },
  },
});

async function main(): Promise<void> {
  const reader = values.from === undefined ? readerOfUrls : readerOfFolder(values.from);
  const files = await generate(readSources(values.sources), reader);
  // Kinds that are no longer listed go away; the list of sources stays.
  for (const folder of ['schemas', 'types']) rmSync(join(values.to, folder), { recursive: true, force: true });
  for (const { path, text } of files) {
    const target = join(values.to, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  process.stdout.write(`${files.length} files in ${values.to}\n`);
}

void main();
