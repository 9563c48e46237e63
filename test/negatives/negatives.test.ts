/*
 * Programs and manifests that are wrong, one mistake a file, with the whole message that their author gets in
 * `messages/`. To accept new messages: `UPDATE_MESSAGES=1 npx jest test/negatives`, and read the diff as that author.
 */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ArgoApp, ArgoChart, BlueGreenRollout, Promotion } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import { include } from './include';

type Program = (app: ArgoApp) => void;

interface Negative {
  readonly file: string;
  readonly what: string;
  readonly program: Program;
}

const NEGATIVES: readonly Negative[] = [
  ...filesIn('programs', '.ts').map((file) => negative(file, programOf(file))),
  ...filesIn('manifests', '.yaml').map((file) => negative(file, (app) => include(app, path.join(__dirname, file)))),
];

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'negatives-'));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

describe.each(NEGATIVES)('$file', ({ file, what, program }) => {
  test('says what is wrong, and where', () => {
    const error = errorOf(program, outdir());
    expectMessage(what, error.message);
    // A finding and a construct's error name the line, any other error has it in its stack.
    const place = file.startsWith('programs/') ? `${file}:` : 'include.ts:';
    expect(`${error.message}\n${error.stack}`.includes(place)).toBe(true);
  });

  test('writes nothing', () => {
    errorOf(program, outdir());
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('leaves what was written before', () => {
    const app = new ArgoApp({ outdir: outdir(), report: 'none' });
    new kplus.ConfigMap(new ArgoChart(app, 'web', { namespace: 'shop' }), 'Former', { data: { a: 'b' } });
    app.synth();
    fs.writeFileSync(path.join(outdir(), 'web', 'OWNERS'), 'team-web\n');
    const before = contentOf(folder);
    errorOf(program, outdir());
    expect(contentOf(folder)).toEqual(before);
  });
});

test('two rollouts of one name in two units are no mistake', () => {
  const app = new ArgoApp({ outdir: outdir(), report: 'none' });
  for (const unit of ['staging', 'production']) {
    new BlueGreenRollout(new ArgoChart(app, unit, { namespace: 'shop' }), 'Web', {
      containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
      promotion: Promotion.manual(),
    });
  }
  expect(app.synth()).toMatchObject({ units: 2, objects: 6, validation: { findings: [] } });
});

test('every message belongs to a program or to a manifest', () => {
  expect(filesIn('messages', '.txt')).toEqual(NEGATIVES.map(({ what }) => `messages/${what}.txt`).sort());
});

test('every program and manifest starts with what is wrong with it', () => {
  const silent = NEGATIVES.filter(({ file }) => !/^(\/\/|#) \S.*\.\n/.test(fs.readFileSync(path.join(__dirname, file), 'utf8')));
  expect(silent).toEqual([]);
});

function negative(file: string, program: Program): Negative {
  return { file, what: path.parse(file).name, program };
}

function programOf(file: string): Program {
  return (app) => jest.requireActual<{ program: Program }>(`./${file}`).program(app);
}

function filesIn(kind: string, extension: string): string[] {
  return fs.readdirSync(path.join(__dirname, kind)).filter((file) => file.endsWith(extension)).sort().map((file) => `${kind}/${file}`);
}

function expectMessage(what: string, message: string): void {
  const file = path.join(__dirname, 'messages', `${what}.txt`);
  const text = `${message.trimEnd()}\n`;
  if (process.env.UPDATE_MESSAGES) fs.writeFileSync(file, text);
  expect(text).toBe(fs.readFileSync(file, 'utf8'));
}

function contentOf(top: string): Record<string, string> {
  const files = fs.readdirSync(top, { recursive: true, encoding: 'utf8' }).sort().filter((file) => fs.statSync(path.join(top, file)).isFile());
  return Object.fromEntries(files.map((file) => [file, fs.readFileSync(path.join(top, file), 'utf8')]));
}

function outdir(): string {
  return path.join(folder, 'dist');
}

function errorOf(program: Program, into: string): Error {
  try {
    const app = new ArgoApp({ outdir: into, report: 'none' });
    program(app);
    app.synth();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  throw new Error('nobody noticed that anything is wrong');
}
