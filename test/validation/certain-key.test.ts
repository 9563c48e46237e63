import { correctedKey, type WrongKey } from '../../src/validation/certain-key';

const edited = (text: string, ...wrong: readonly WrongKey[]): unknown => {
  const { edit } = correctedKey('/data/a', text, wrong[0]![0], wrong);
  return edit && { op: edit.op, pointer: edit.pointer, text: edit.op === 'set' && edit.value };
};

test('all wrong fields of a text that are certain get their names at once', () => {
  expect(edited('- wen: a\n  send: [b]\n- {"wen": c, sned: [d], x: e}\n', ['wen', 'when'], ['wen', 'when'], ['sned', 'send'], ['x', undefined]))
    .toEqual({ op: 'set', pointer: '/data/a', text: '- when: a\n  send: [b]\n- {"when": c, send: [d], x: e}\n' });
});

test.each<[string, string, WrongKey]>([
  ['the name that is meant is not certain', 'x: 1\n', ['x', undefined]],
  ['the word stands elsewhere too', '# wen: so\n- wen: a\n', ['wen', 'when']],
  ['the right field is beside it', 'wen: a\nwhen: b\n', ['wen', 'when']],
  ['the name is written by an escape', '"w\\u0065n": a\n', ['wen', 'when']],
])('nothing is edited where %s', (_, text, wrong) => {
  expect(edited(text, wrong)).toBeUndefined();
});
