import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { withCommitted } from './committed';
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
  const { from } = values;
  const sources = readSources(values.sources);
  // Definitions of Kubernetes are needed in any case: their kinds share nodes.
  const missing = from === undefined ? [] : sources.filter(({ file, kubernetes }) => !kubernetes && !existsSync(join(from, file)));
  const reader = from === undefined ? readerOfUrls : readerOfFolder(from);
  const generated = await generate(sources.filter((source) => !missing.includes(source)), reader);
  const files = withCommitted(generated, missing, values.to);
  // Kinds that are no longer listed go away; the list of sources stays.
  for (const folder of ['schemas', 'types']) rmSync(join(values.to, folder), { recursive: true, force: true });
  for (const { path, text } of files) {
    const target = join(values.to, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  process.stdout.write(`${files.length} files in ${values.to}\n`);
  for (const { file, project, tag } of missing) process.stdout.write(`kept as committed, as there is no ${file} in ${from}: ${project} ${tag}\n`);
}

void main();
