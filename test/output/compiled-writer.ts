import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { scratch } from './scratch';

const SOURCE = join(__dirname, '../../src');

/** Compiles the output module for a process of its own; gives the path of the writer. */
export function compiledWriter(): string {
  const target = scratch();
  const manifests = ['json', 'merge-conflict', 'uncaught', 'user-frame'].map((file) => `manifests/${file}.ts`);
  const sources = [...readdirSync(join(SOURCE, 'output')).map((file) => `output/${file}`), ...manifests];
  for (const folder of ['output', 'manifests']) mkdirSync(join(target, folder));
  for (const source of sources) {
    const { outputText } = transpileModule(readFileSync(join(SOURCE, source), 'utf8'), { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 } });
    writeFileSync(join(target, source.replace(/\.ts$/, '.js')), outputText);
  }
  return join(target, 'output/writer.js');
}
