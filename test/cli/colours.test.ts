import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { realBin } from './real-bin';
import { inScratchFolder } from './scratch-folder';

type Env = Readonly<Record<string, string>>;

/** Whether what was asked for, and what else there is to know, has colours, where one of them or both are terminals. */
function colouredIn(terminals: readonly string[], env: Env): readonly string[] {
  const program = `for (const stream of ${JSON.stringify(terminals)}) process[stream].isTTY = true;
    require('tsx/cjs');
    const { processTerminal } = require(${JSON.stringify(resolve('src/cli/terminal.ts'))});
    const { colors, errColors } = processTerminal();
    process.stdout.write(colors.red('x') + errColors.red('y'));`;
  const { stdout } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8', env: { PATH: process.env.PATH, TERM: 'xterm', ...env } });
  expect(stdout).toMatch(/x.*y/);
  return ['x', 'y'].filter((text) => stdout.includes(`\u001b[31m${text}\u001b[39m`)).map((text) => (text === 'x' ? 'stdout' : 'stderr'));
}

const BOTH = ['stdout', 'stderr'];

test.each<[string, readonly string[], Env, readonly string[]]>([
  ['a terminal', BOTH, {}, BOTH],
  ['a pipe', [], {}, []],
  ['a pipe in CI', [], { CI: 'true' }, []],
  ['a pipe behind a terminal', ['stderr'], {}, ['stderr']],
  ['a terminal whose errors go to a file', ['stdout'], {}, ['stdout']],
  ['a pipe with FORCE_COLOR', [], { FORCE_COLOR: '1' }, BOTH],
  ['a terminal with NO_COLOR', BOTH, { NO_COLOR: '1' }, []],
  ['both of them', BOTH, { NO_COLOR: '1', FORCE_COLOR: '1' }, []],
  ['a terminal with FORCE_COLOR=0', BOTH, { FORCE_COLOR: '0' }, []],
  ['a terminal that has none', BOTH, { TERM: 'dumb' }, []],
])('%s', (_, terminals, env, coloured) => {
  expect(colouredIn(terminals, env)).toEqual(coloured);
});

describe('the command itself', () => {
  const write = inScratchFolder();
  const bin = realBin();

  test('has no colours in a pipe, in CI neither, and has them where they are asked for', () => {
    write('web.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndtaa: {}\n');
    const printed = (env: NodeJS.ProcessEnv): string => {
      const { out, err } = bin.run(['lint', 'web.yaml', 'nowhere.yaml'], { env: { NO_COLOR: undefined, CI: undefined, ...env } });
      expect([out, err]).toEqual([expect.stringContaining('dtaa'), expect.stringContaining('nowhere.yaml')]);
      return `${out}${err}`;
    };
    const plain = printed({});
    expect(plain).not.toContain('\u001b');
    expect(printed({ CI: 'true' })).toBe(plain);
    expect(printed({ FORCE_COLOR: '1' })).toContain('\u001b[31merror\u001b[39m');
  });
});
