import { readdirSync } from 'node:fs';
import { SEED_ERRORS } from '../seeds/errors';
import { cli } from './cli';

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly pointer: string;
  readonly object?: { readonly kind: string; readonly name: string };
}

function found(...args: readonly string[]): readonly Found[] {
  return (JSON.parse(cli('lint', '--format', 'json', ...args).out) as { findings: readonly Found[] }).findings;
}

test('nothing is found in what the examples write', () => {
  expect(cli('lint', 'dist', '--config', 'examples/cdk8s-argo.yaml', '--severity', 'info', '--quiet')).toEqual({ code: 0, out: '', err: '' });
});

/** What the files as they lie in one folder do not show. */
const NOT_IN_ONE_FOLDER = ['E20', 'E30', 'E59 10'];

const lineOf = ({ rule, object, pointer }: Found): string => `${rule} ${object?.kind}/${object?.name} ${pointer}`;
const folder = 'test/seeds/manifests';
const fileOf = (number: string): string => `${folder}/${readdirSync(folder).find((name) => name.startsWith(`${number}-`))!}`;

test.each(SEED_ERRORS)('$id: $what, found in $files alone', ({ files, rule, at }) => {
  expect(found(...files.map(fileOf), '--complete').map(lineOf)).toEqual(expect.arrayContaining(at.map((place) => `${rule} ${place}`)));
});

describe('the errors of the seeds, as they lie in one folder', () => {
  const all = found(folder, '--complete');
  test.each(SEED_ERRORS.filter(({ id, files }) => ![id, `${id} ${files[0]}`].some((one) => NOT_IN_ONE_FOLDER.includes(one))))('$id: $what', ({ files, rule, at }) => {
    const own = all.filter(({ file }) => files.map(fileOf).includes(file));
    expect(own.map(lineOf)).toEqual(expect.arrayContaining(at.map((place) => `${rule} ${place}`)));
  });
});
