import { ApiObject } from 'cdk8s';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { Progress, type ProgressStream } from '../../src/app/progress';
import { scratch } from '../output/scratch';

let time: number;
let written: string;

beforeEach(() => {
  time = 0;
  written = '';
  jest.spyOn(performance, 'now').mockImplementation(() => time);
});
afterEach(() => jest.restoreAllMocks());

const stream = (isTTY: boolean): ProgressStream => ({ isTTY, columns: 20, write: (text) => { written += text; } });

test('nothing is shown in the first second', () => {
  const progress = new Progress(stream(true));
  time = 999;
  progress.now('validating');
  progress.done();
  expect(written).toBe('');
});

test('a slow synth shows one line, which is gone at the end', () => {
  const progress = new Progress(stream(true));
  time = 1500;
  progress.now('rendering', 10, 200);
  time = 1550;
  progress.now('rendering', 20, 200);
  progress.now('validating what is much longer than the terminal');
  progress.done();
  expect(written.split('\r\u001b[K')).toEqual(['', 'rendering 10 of 200', 'validating what is ', '']);
});

test('a synth says in each of its parts how far it is', () => {
  // Each look at the clock takes a while.
  jest.spyOn(performance, 'now').mockImplementation(() => (time += 101));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((written += String(text)), true));
  const before = process.stderr.isTTY;
  process.stderr.isTTY = true;
  try {
    const app = new ArgoApp({ outdir: scratch() });
    for (let i = 0; i < 20; i++) new ApiObject(new ArgoChart(app, `c${i}`), 'Map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } });
    app.synth();
  } finally {
    process.stderr.isTTY = before;
  }
  const lines = written.split('\r\u001b[K');
  for (const part of [/^rendering chart \d+ of 20$/, /^validating 20 objects$/, /^holding objects against schemas \d+ of 20$/, /^checking rules \d+ of 20$/, /^writing$/]) {
    expect(lines).toContainEqual(expect.stringMatching(part));
  }
});

test('what is no terminal sees nothing', () => {
  const progress = new Progress(stream(false));
  time = 5000;
  progress.now('validating');
  progress.done();
  expect(written).toBe('');
});
