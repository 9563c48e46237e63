import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const README = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');

/** The fenced blocks of a page, those of one language or all. */
function blocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].filter((match) => match[1] === language).map((match) => match[2]!.trimEnd());
}

function read(file: string): string {
  return fs.readFileSync(path.join(ROOT, file), 'utf8');
}

function filesBelow(folder: string, ending: string): string[] {
  return fs.readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending)).map((file) => path.join(folder, file)).sort();
}

// Where code of the docs comes from: programs whose types are checked and that the tests run.
const PROGRAMS = [...filesBelow('examples', '.ts'), ...filesBelow('test/docs-code/programs', '.ts')].map(read);

// docs/api and docs/rules are generated, and compared with what makes them.
const PAGES = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...filesBelow('docs', '.md').filter((file) => !/^docs.(api|rules)/.test(file))];

describe('code in the docs', () => {
  test.each(PAGES.flatMap((page) => blocks(read(page), 'ts').map((code) => [page, code.split('\n')[0], code])))('%s: %s', (_, __, code) => {
    expect(PROGRAMS.filter((program) => program.includes(code!))).not.toEqual([]);
  });

  test('the first example of the README is short', () => {
    const [first] = blocks(README, 'ts');
    expect(`${first}\n`).toBe(read('examples/first-canary/main.ts'));
    expect(first!.split('\n').length).toBeLessThan(25);
  });

  test('the YAML of the README is what the example makes', () => {
    const made = read('dist/first-canary/web/web.k8s.yaml').split('\n---\n');
    const [shown] = blocks(README, 'yaml');
    for (const document of shown!.split('\n---\n')) {
      const [head, ...rest] = document.split('\n  # replicas, selector and template are left out here\n');
      expect(made.filter((whole) => whole.includes(head!) && rest.every((part) => whole.includes(part)))).toHaveLength(1);
    }
  });

  test('a mistake prints what the README says', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'readme-'));
    const program = read('examples/first-canary/main.ts').replace('count: 5, ', '').replace('dist/first-canary', path.join(folder, 'dist'));
    const main = path.join(ROOT, '.tmp', 'readme', 'main.ts');
    fs.mkdirSync(path.dirname(main), { recursive: true });
    fs.writeFileSync(main, program);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'main.ts'], {
      cwd: path.dirname(main),
      encoding: 'utf8',
      // By its name it finds the sources, as the types of the examples are checked.
      env: { ...process.env, TSX_TSCONFIG_PATH: path.join(ROOT, 'tsconfig.dev.json') },
    });
    const shown = blocks(README, '').find((block) => block.startsWith('error '));
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: `${shown}\n` });
    expect(fs.existsSync(path.join(folder, 'dist'))).toBe(false);
    fs.rmSync(folder, { recursive: true });
  });
});
