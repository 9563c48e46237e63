import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { exampleNames } from '../../tools/example-run';

const ROOT = path.resolve(__dirname, '..', '..');

describe('dist', () => {
  const here = process.cwd();
  let elsewhere: string;

  beforeEach(() => {
    elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-argo-examples-'));
    process.chdir(elsewhere);
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  });

  afterEach(() => {
    jest.restoreAllMocks();
    process.chdir(here);
    fs.rmSync(elsewhere, { recursive: true, force: true });
  });

  test('has a folder for every example, and no other', () => {
    expect(fs.readdirSync(path.join(ROOT, 'dist')).sort()).toEqual(exampleNames());
  });

  test.each(exampleNames())('%s is what its example writes: if not, run npm run synth and review the difference', async (name) => {
    await jest.isolateModulesAsync(async () => {
      await import(`../../examples/${name}/main`);
    });
    expect(fs.readdirSync('dist')).toEqual([name]);
    expect(filesBelow(path.join('dist', name))).toEqual(filesBelow(path.join(ROOT, 'dist', name)));
  });
});

/** Every file below a folder, hidden ones too, by its path; a text as its lines, so that a difference shows the line. */
function filesBelow(folder: string): Record<string, string[]> {
  return Object.fromEntries(fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [path.relative(folder, file), fs.readFileSync(file, 'utf8').split('\n')]));
}
