import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { hardJson, hardNumber, hardString } from '../oracles/hard-strings';
import { misread, misreadStrings } from '../oracles/round-trip';
import { jsYaml, libyaml, program, type YamlReader, yamlPackage } from '../oracles/yaml-readers';

const SEEDS = [1, 2, 3, 4, 5];
const scratch = mkdtempSync(join(tmpdir(), 'yaml-soak-'));

/** What Argo CD reads manifests with; undefined where Go or the module is not at hand. */
function sigsYaml(): YamlReader | undefined {
  const binary = join(scratch, 'sigs-yaml');
  const build = spawnSync('go', ['build', '-o', binary, '.'], { cwd: join(__dirname, '../oracles/sigs-yaml'), encoding: 'utf8' });
  if (build.status === 0) return program('sigs.k8s.io/yaml', binary, []);
  console.warn(`skipped: sigs.k8s.io/yaml as a reader, because it was not built: ${build.error?.message ?? build.stderr}`);
  return undefined;
}

const python = libyaml();
if (!python) console.warn('skipped: libyaml as a reader, because python3 with PyYAML and libyaml is not at hand');
const readers = [jsYaml, yamlPackage('1.1'), yamlPackage('1.2'), python, sigsYaml()].filter((reader) => reader !== undefined);

afterAll(() => rmSync(scratch, { recursive: true }));

describe.each(readers)('$name', (reader) => {
  test.each(SEEDS)('gets back 100,000 hard strings, 20,000 numbers and 10,000 documents of seed %d', (seed) => {
    expect(misreadStrings(reader, fc.sample(hardString, { numRuns: 100_000, seed })).slice(0, 3)).toEqual([]);
    expect(misread(reader, [fc.sample(hardNumber, { numRuns: 20_000, seed })])).toEqual([]);
    expect(misread(reader, fc.sample(hardJson, { numRuns: 10_000, seed })).slice(0, 3)).toEqual([]);
  }, 180_000);
});
