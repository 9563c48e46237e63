import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_RULES } from '../../../src/validation/rules';
import { compareFolder, writeFolder } from '../../../tools/docs/generated-folder';
import { ruleDocs } from '../../../tools/docs/rule-docs';

describe('docs/rules', () => {
  const files = ruleDocs();

  test('has a page for every rule, and the index links each', () => {
    const index = files.get('README.md') ?? '';
    expect([...files.keys()].sort()).toEqual(['README.md', ...ALL_RULES.map((rule) => `${rule.id}.md`)].sort());
    for (const rule of ALL_RULES) expect(index).toContain(`(${rule.id}.md) | ${rule.severity}${rule.strict ? ', strict' : ''} |`);
  });

  test('pages show what the report says', () => {
    expect(files.get('schema/type.md')).toContain('error  schema/type  ConfigMap/shop/web\n  data.port: ');
    expect(files.get('manifests/unique.md')).toContain('This finding cannot be acknowledged.');
    expect(files.get('sync/wave-annotation.md')).toContain("acknowledge({ rule: 'sync/wave-annotation'");
  });

  test('are as the rules generate them', () => {
    expect(compareFolder(join(__dirname, '../../../docs/rules'), files)).toEqual({ missing: [], different: [], stale: [] });
  });
});

describe('a generated folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'docs-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('is brought to the files it should hold, and right files are left alone', () => {
    mkdirSync(join(folder, 'a'));
    writeFileSync(join(folder, 'a/same.md'), 'same');
    writeFileSync(join(folder, 'a/old.md'), 'old');
    writeFileSync(join(folder, 'gone.md'), 'gone');
    const before = statSync(join(folder, 'a/same.md')).mtimeMs;
    const files = new Map([['a/same.md', 'same'], ['a/old.md', 'new'], ['b/c/more.md', 'more']]);
    const difference = { missing: ['b/c/more.md'], different: ['a/old.md'], stale: ['gone.md'] };
    expect(compareFolder(folder, files)).toEqual(difference);
    expect(writeFolder(folder, files)).toEqual(difference);
    expect(compareFolder(folder, files)).toEqual({ missing: [], different: [], stale: [] });
    expect(readFileSync(join(folder, 'a/old.md'), 'utf8')).toBe('new');
    expect(existsSync(join(folder, 'gone.md'))).toBe(false);
    expect(statSync(join(folder, 'a/same.md')).mtimeMs).toBe(before);
  });

  test('that is not there lacks everything', () => {
    expect(compareFolder(join(folder, 'none'), new Map([['a.md', 'a']]))).toEqual({ missing: ['a.md'], different: [], stale: [] });
  });
});
