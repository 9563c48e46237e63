import { readFileSync } from 'node:fs';
import { cli } from './cli';
import { inScratchFolder } from './scratch-folder';

const write = inScratchFolder();

test('what is said of a word without quotes is what --fix writes', () => {
  const file = write('map.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata:\n  ver: 1.10\n  oct: 010\n  a: yes\n  b: {x: off}\n  c: 8\n');
  const { findings } = JSON.parse(cli('lint', '--format', 'json').out) as { readonly findings: ReadonlyArray<{ readonly pointer: string; readonly fix: string }> };
  expect(findings.map(({ fix }) => fix)).toEqual([
    'put what is written in quotes: "1.10". without them YAML reads it as 1.1',
    'put what is written in quotes: "010". without them YAML reads it as 8',
    'put what is written in quotes: "yes". without them YAML reads it as true',
    undefined,
    'put it in quotes: "8"',
  ]);
  write('map.yaml', readFileSync(file, 'utf8').replace('  b: {x: off}\n', ''));
  cli('lint', '--fix');
  expect(readFileSync(file, 'utf8')).toContain('  ver: "1.10"\n  oct: "010"\n  a: "yes"\n  c: "8"\n');
});
