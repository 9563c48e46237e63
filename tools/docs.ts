/*
 * Generates docs/rules from the registry of rules. With --check it writes nothing and fails when a file differs.
 */
import { join } from 'node:path';
import { compareFolder, writeFolder } from './docs/generated-folder';
import { ruleDocs } from './docs/rule-docs';

const folder = join(__dirname, '..', 'docs', 'rules');
const check = process.argv.includes('--check');
const { missing, different, stale } = check ? compareFolder(folder, ruleDocs()) : writeFolder(folder, ruleDocs());

const changes = [
  ...missing.map((file) => `${check ? 'missing' : 'added'} docs/rules/${file}`),
  ...different.map((file) => `${check ? 'out of date' : 'changed'} docs/rules/${file}`),
  ...stale.map((file) => `${check ? 'stale' : 'removed'} docs/rules/${file}`),
];
for (const change of changes) console.log(change);
if (check && changes.length > 0) {
  console.error('docs/rules differs from the rules. run npm run docs');
  process.exitCode = 1;
}
