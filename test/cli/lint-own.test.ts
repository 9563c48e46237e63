import { readdirSync } from 'node:fs';
import { NOT_IN_ONE_FOLDER, SEED_ERRORS } from '../seeds/errors';
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
  // With the settings at the top of the repository, all of which are of use.
  expect(cli('lint', 'dist', '--complete', '--severity', 'info', '--quiet')).toEqual({ code: 0, out: '', err: '' });
});

const lineOf = ({ rule, object, pointer }: Found): string => `${rule} ${object?.kind}/${object?.name} ${pointer}`;
const folder = 'test/seeds/manifests';
const fileOf = (number: string): string => `${folder}/${readdirSync(folder).find((name) => name.startsWith(`${number}-`))!}`;

test.each(SEED_ERRORS)('$id: $what, found in $files alone', ({ files, rule, at }) => {
  expect(found(...files.map(fileOf), '--complete').map(lineOf)).toEqual(expect.arrayContaining(at.map((place) => `${rule} ${place}`)));
});

describe('the errors of the seeds, as they lie in one folder', () => {
  const all = found(folder, '--complete');
  test.each(SEED_ERRORS)('$id: $what', ({ id, files, rule, at }) => {
    const own = all.filter(({ file }) => files.map(fileOf).includes(file)).map(lineOf);
    const shows = expect.arrayContaining(at.map((place) => `${rule} ${place}`)) as readonly string[];
    if ([id, `${id} ${files[0]}`].some((one) => one in NOT_IN_ONE_FOLDER)) expect(own).not.toEqual(shows);
    else expect(own).toEqual(shows);
  });
});
