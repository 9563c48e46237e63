import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { realBin } from './real-bin';
import { inScratchFolder } from './scratch-folder';

const write = inScratchFolder();
const bin = realBin();

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndtaa:\n  colour: blue\n';
const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\n';

/** Lints with a defect that is written behind the code of a compiled file. */
function withDefect(file: string, defect: string): { code: number | null; out: string; err: string } {
  const compiled = join(bin.folder, 'lib', file);
  const before = readFileSync(compiled);
  appendFileSync(compiled, `\n${defect}\n`);
  try {
    return bin.run(['lint', '--no-config']);
  } finally {
    writeFileSync(compiled, before);
  }
}

beforeEach(() => {
  write('web.yaml', `${CONFIG_MAP}---\n${CONFIG_MAP.replace('web', 'api')}`);
  write('more/secret.yaml', SECRET);
});

describe('a defect of ours is one line and exit code 2, and the rest is linted', () => {
  const THROW = "throw new TypeError('x is not a function\\n    at somewhere');";

  test('of a rule, with the rule and the object', () => {
    const { code, out, err } = withDefect('validation/rules/manifests/name-syntax.js', `exports.nameSyntax.check = ({ id }) => { if (id.kind === 'ConfigMap') ${THROW} };`);
    expect(err).toBe('error: web.yaml:1:1: manifests/name-syntax did not look at ConfigMap/web and 1 more: the rule itself failed: x is not a function. '
      + 'this is a defect of cdk8s-argo, not of the object: report it with the object\n');
    expect(out).toContain('2 errors in 3 objects of 2 files');
    expect(code).toBe(2);
  });

  test('of the schemas', () => {
    const { code, out, err } = withDefect('validation/schema/check.js', `const sound = exports.checkSchema;
      Object.defineProperty(module, 'exports', { value: { ...exports, checkSchema: (manifest, schema) => { if (manifest.kind === 'Secret') ${THROW} return sound(manifest, schema); } } });`);
    expect(err).toMatch(/^error: more\/secret\.yaml:1:1: schema\/known-kind did not look at Secret\/web: the check against the schema itself failed: x is not a function\. [^\n]*\n$/);
    expect(out).toContain('unknown field "dtaa"');
    expect(code).toBe(2);
  });

  test('of what reads documents', () => {
    const { code, out, err } = withDefect('lint/read-document.js', `const sound = exports.readDocument;
      Object.defineProperty(module, 'exports', { value: { ...exports, readDocument: (document) => { if (document.file.path.includes('secret')) ${THROW} return sound(document); } } });`);
    expect(err).toMatch(/^error: more\/secret\.yaml:1:1: reading this failed: x is not a function \(lint\/read-document\.js:\d+\)\. this is a defect of cdk8s-argo, [^\n]*\n$/);
    expect(out).toContain('unknown field "dtaa"');
    expect(code).toBe(2);
  });

  test('of what writes the report', () => {
    const { code, out, err } = withDefect('lint/format/text.js', `Object.defineProperty(module, 'exports', { value: { lintText: () => { ${THROW} } } });`);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: the command failed: x is not a function \(format\/text\.js:\d+\)\. this is a defect of cdk8s-argo, [^\n]*\n$/);
  });
});
