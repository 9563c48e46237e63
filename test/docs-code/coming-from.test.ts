// The pages for those who come from other tools show the files beside the programs, and what Helm and Kustomize made of them.
import * as fs from 'node:fs';
import * as path from 'node:path';
import '../../examples/coming-from/delivery';
import '../../examples/coming-from/from-kplus.test';
import '../../examples/coming-from/in-plain-app';
import '../../examples/coming-from/same-objects.test';

const FILES = path.resolve(__dirname, '../../examples/coming-from');
const DOCS = path.resolve(__dirname, '../../docs');

const texts = fs.readdirSync(FILES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))
  .map((file) => fs.readFileSync(path.join(FILES, file), 'utf8'));

const blocks = ['from-cdk8s-plus.md', 'from-helm.md', 'from-kustomize.md'].flatMap((page) =>
  [...fs.readFileSync(path.join(DOCS, page), 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block]) => ({ page, block: block!, head: block!.split('\n')[0]! })));

test.each(blocks)('$page shows a file: $head', ({ block }) => {
  expect(texts.filter((text) => text.includes(block))).not.toEqual([]);
});
