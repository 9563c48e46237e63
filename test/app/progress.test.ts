import { Progress, type ProgressStream } from '../../src/app/progress';

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

test('what is no terminal sees nothing', () => {
  const progress = new Progress(stream(false));
  time = 5000;
  progress.now('validating');
  progress.done();
  expect(written).toBe('');
});
