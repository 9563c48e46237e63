import { editedText } from '../../src/lint/fix/edit-text';
import type { Edit } from '../../src/validation/finding';

const TEXT = `# the shop
apiVersion: v1   # core
kind: X
metadata: { name: web, labels: {a: "1"} }
spec:
    # how many
    replcas:   "3"  # three
    version: 1.10
    answer: yes
    steps:
    - setWeight: '20'   # slowly
      pause: {}
    - pause: {duration: 5m}
    text: |
      two
      lines
    last: 1
`;

function lineDifference(edit: Edit): string[] | undefined {
  const text = editedText(TEXT, edit, false);
  if (text === undefined) return undefined;
  const [before, after] = [TEXT.split('\n'), text.split('\n')];
  return [...before.filter((line) => !after.includes(line)).map((line) => `-${line}`), ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`)];
}

describe('an edit of a text', () => {
  test.each<[string, Edit, string[]]>([
    ['a name', { op: 'rename', pointer: '/spec/replcas', value: 'replicas' }, ['-    replcas:   "3"  # three', '+    replicas:   "3"  # three']],
    ['a value', { op: 'set', pointer: '/spec/replcas', value: 3 }, ['-    replcas:   "3"  # three', '+    replcas:   3  # three']],
    ['a number that is to be a text as it was written', { op: 'set', pointer: '/spec/version', value: '1.1' }, ['-    version: 1.10', '+    version: "1.10"']],
    ['a word that is to be a text', { op: 'set', pointer: '/spec/answer', value: 'true' }, ['-    answer: yes', '+    answer: "yes"']],
    ['another text, in quotes where YAML reads something else', { op: 'set', pointer: '/spec/answer', value: 'on' }, ['-    answer: yes', '+    answer: "on"']],
    ['a text of two lines in place of one on one line', { op: 'set', pointer: '/spec/version', value: 'a\nb' }, ['-    version: 1.10', '+    version: "a\\nb"']],
    ['words in a text of several lines', { op: 'set', pointer: '/spec/text', value: 'two\nrows\n' }, ['-      lines', '+      rows']],
    ['a value in a list', { op: 'set', pointer: '/spec/steps/0/setWeight', value: 20 }, ["-    - setWeight: '20'   # slowly", '+    - setWeight: 20   # slowly']],
    ['a value in braces', { op: 'set', pointer: '/metadata/labels/a', value: 'b' }, [
      '-metadata: { name: web, labels: {a: "1"} }', '+metadata: { name: web, labels: {a: b} }',
    ]],
    ['a new field', { op: 'set', pointer: '/spec/paused', value: false }, ['+    paused: false']],
    ['a new field with what is above it', { op: 'set', pointer: '/spec/template/spec/hostNetwork', value: false }, [
      '+    template:', '+      spec:', '+        hostNetwork: false',
    ]],
    ['a new field in an item', { op: 'set', pointer: '/spec/steps/0/mirror', value: 1 }, [
      "-    - setWeight: '20'   # slowly", '+    - mirror: 1', "+      setWeight: '20'   # slowly",
    ]],
    ['a new field in braces', { op: 'set', pointer: '/metadata/namespace', value: 'shop' }, [
      '-metadata: { name: web, labels: {a: "1"} }', '+metadata: { namespace: "shop", name: web, labels: {a: "1"} }',
    ]],
    ['a field less', { op: 'remove', pointer: '/spec/replcas' }, ['-    replcas:   "3"  # three']],
    ['a field of several lines less', { op: 'remove', pointer: '/spec/text' }, ['-    text: |', '-      two', '-      lines']],
    ['the first field of an item less', { op: 'remove', pointer: '/spec/steps/0/setWeight' }, [
      "-    - setWeight: '20'   # slowly", '-      pause: {}', '+    - pause: {}',
    ]],
    ['an item less', { op: 'remove', pointer: '/spec/steps/1' }, ['-    - pause: {duration: 5m}']],
    ['the last field less', { op: 'remove', pointer: '/spec/last' }, ['-    last: 1']],
  ])('makes %s', (_, edit, lines) => {
    expect(lineDifference(edit)).toEqual(lines);
  });

  test.each<[string, Edit]>([
    ['a field that is not there', { op: 'rename', pointer: '/spec/nothing', value: 'x' }],
    ['a name that is taken', { op: 'rename', pointer: '/spec/replcas', value: 'last' }],
    ['a text of several lines', { op: 'set', pointer: '/spec/text', value: 'one' }],
    ['the only field of a map', { op: 'remove', pointer: '/spec/steps/1/pause' }],
    ['the whole object', { op: 'remove', pointer: '' }],
  ])('leaves %s', (_, edit) => {
    expect(lineDifference(edit)).toBeUndefined();
  });

  test('leaves a text behind an alias', () => {
    expect(editedText('a: &x\n  b: 1\nc: *x\n', { op: 'set', pointer: '/c/b', value: 2 }, false)).toBeUndefined();
  });

  test('keeps JSON to be JSON', () => {
    expect(editedText('{\n\t"a": {"b": "1"}\n}\n', { op: 'set', pointer: '/a/b', value: 1 }, true)).toBe('{\n\t"a": {"b": 1}\n}\n');
    expect(editedText('{"a": {"b": 1}}', { op: 'rename', pointer: '/a/b', value: 'c' }, true)).toBe('{"a": {"c": 1}}');
  });
});
