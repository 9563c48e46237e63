import { Positions } from '../../src/lint/positions';
import { documentsOf } from '../../src/lint/source-document';

const TEXT = `---
data:
  ver: 1.10  # note
  oct: 010
  on: { yes: off, "no": y }
  list: [1_000, 0x1F]
  text: two words
  quoted: "yes"
  block: |
    yes
  alias: &a yes
`;

test.each([
  ['/data/ver', '1.10'],
  ['/data/oct', '010'],
  ['/data/list/0', '1_000'],
  ['/data/list/1', '0x1F'],
  ['/data/text', undefined],
  ['/data/quoted', undefined],
  ['/data/block', undefined],
  ['/data/alias', undefined],
  ['/data/none', undefined],
  ['/data', undefined],
])('%s is written %s', (pointer, word) => {
  expect(new Positions(documentsOf({ path: 'a.yaml', text: TEXT })[0]!).wordAt(pointer)).toBe(word);
});
