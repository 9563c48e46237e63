/*
 * Generates docs/rules, docs/conformance and the type RuleId from the registry of rules, and docs/gallery from the examples and
 * their YAML.
 * With --check it writes nothing and fails when a file differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { conformanceDocs } from './conformance/conformance-docs';
import { galleryDocs } from './docs/gallery';
import { compareFolder, writeFolder } from './docs/generated-folder';
import { ruleDocs } from './docs/rule-docs';
import { RULE_ID_FILE, ruleIdType } from './docs/rule-id-type';

const check = process.argv.includes('--check');
const folders = new Map([['docs/rules', ruleDocs()], ['docs/conformance', conformanceDocs()], ['docs/gallery', galleryDocs()]]);

const changes: string[] = [];
for (const [name, files] of folders) {
  const folder = join(__dirname, '..', name);
  const { missing, different, stale } = check ? compareFolder(folder, files) : writeFolder(folder, files);
  changes.push(
    ...missing.map((file) => `${check ? 'missing' : 'added'} ${name}/${file}`),
    ...different.map((file) => `${check ? 'out of date' : 'changed'} ${name}/${file}`),
    ...stale.map((file) => `${check ? 'stale' : 'removed'} ${name}/${file}`),
  );
}
const ruleIds = join(__dirname, '..', RULE_ID_FILE);
if (readFileSync(ruleIds, 'utf8') !== ruleIdType()) {
  if (!check) writeFileSync(ruleIds, ruleIdType());
  changes.push(`${check ? 'out of date' : 'changed'} ${RULE_ID_FILE}`);
}
for (const change of changes) console.log(change);
if (check && changes.length > 0) {
  console.error('docs differ from the rules or the examples. run npm run synth and npm run docs');
  process.exitCode = 1;
}
