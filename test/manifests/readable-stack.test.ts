import { inspect } from 'node:util';
import { App } from 'cdk8s';
import { InputError } from '../../src/manifests/input-error';
import { hasCode, OutputError } from '../../src/output/output-error';
import { fail } from '../../src/render/construct-error';

/** What Node prints of an error that nobody catches: the message once, and of the lines only the user's, such as those of this test. */
function printed(error: Error): string[] {
  return inspect(error).split('\n');
}

test.each([
  ['a value', () => new InputError('the weight is wrong'), /^InputError: the weight is wrong \(test\/manifests\/readable-stack\.test\.ts:\d+\)$/],
  ['a construct', () => fail(new App(), 'the weight is wrong'), /^ConstructError: app: the weight is wrong/],
  ['the output', () => new OutputError('the disk is full'), /^OutputError: the disk is full$/],
])('an error of %s is printed without our own lines and without saying it twice', (_, make, first) => {
  const [message, ...lines] = printed(make());
  expect(message).toMatch(first);
  expect(lines.filter((line) => !line.includes('readable-stack.test.ts'))).toEqual([]);
});

test('what the file system said is one line more', () => {
  const cause = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  const error = new OutputError('cannot write', { cause });
  expect(printed(error).filter((line) => line.includes('    at ') && !line.includes('readable-stack.test.ts'))).toEqual([]);
  expect(hasCode(error.cause, 'EACCES')).toBe(true);
});
