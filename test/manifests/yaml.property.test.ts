import * as fc from 'fast-check';
import { hardJson, hardNumber, hardString } from '../oracles/hard-strings';
import { misread, misreadStrings } from '../oracles/round-trip';
import { jsYaml, libyaml, yamlPackage } from '../oracles/yaml-readers';

const SEED = 20240611;
const python = libyaml();
if (!python) console.warn('skipped: libyaml as a reader, because python3 with PyYAML and libyaml is not at hand');
const fast = python ? [jsYaml, python] : [jsYaml];
const readers = [...fast, yamlPackage('1.1'), yamlPackage('1.2')];

describe.each(fast)('$name', (reader) => {
  test('gets back 100,000 hard strings', () => {
    const strings = fc.sample(hardString, { numRuns: 100_000, seed: SEED });
    expect(misreadStrings(reader, strings).slice(0, 3)).toEqual([]);
  });
});

describe.each(readers)('$name', (reader) => {
  test('gets back 12,000 hard strings of another seed', () => {
    const strings = fc.sample(hardString, { numRuns: 12_000, seed: SEED + 1 });
    expect(misreadStrings(reader, strings).slice(0, 3)).toEqual([]);
  });

  test('gets back 2,000 numbers', () => {
    const numbers = fc.sample(hardNumber, { numRuns: 2_000, seed: SEED });
    expect(misread(reader, [numbers]).slice(0, 3)).toEqual([]);
  });

  test('gets back 1,500 nested documents', () => {
    const documents = fc.sample(hardJson, { numRuns: 1_500, seed: SEED });
    expect(misread(reader, documents).slice(0, 3)).toEqual([]);
  });
});
