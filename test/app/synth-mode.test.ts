import { wantedMode } from '../../src/app/synth-mode';

const before = process.argv;
afterEach(() => {
  process.argv = before;
  delete process.env.CDK8S_ARGO_CHECK;
});

function modeOf(args: readonly string[], variable?: string): string {
  process.argv = ['node', 'main.ts', ...args];
  if (variable !== undefined) process.env.CDK8S_ARGO_CHECK = variable;
  try {
    return wantedMode();
  } catch (error) {
    return (error as Error).message;
  }
}

test.each([
  [[], undefined, 'write'], [[], '', 'write'], [['--check'], undefined, 'check'], [['--check=true'], undefined, 'check'], [['--check=0'], '1', 'write'],
  [[], '1', 'check'], [[], 'True', 'check'], [[], 'false', 'write'], [['--checks'], '0', 'write'],
])('%j with the variable %j: %s', (args, variable, mode) => {
  expect(modeOf(args, variable)).toBe(mode);
});

test('what nobody can read is refused, since a pipeline that believes to check must not write', () => {
  expect(modeOf([], 'yes')).toContain('CDK8S_ARGO_CHECK=yes does not say whether to check or to write. write true or 1 to check, false or 0 to write');
  expect(modeOf(['--check=maybe'])).toContain('--check=maybe does not say');
});
