import * as path from 'node:path';
import * as ts from 'typescript';
import { foldersIn, sourceFiles, textOf } from './source-files';

const LONGEST = 250;

/** Files that may be longer, with the reason. */
const LONGER: Readonly<Record<string, string>> = {
  'src/index.ts': 'the contents of the package: names and where they live, nothing else',
  'src/validation/rule-id.ts': 'generated: an id a line',
};

/** Files that may export more than one class, with the reason. */
const SEVERAL_CLASSES: Readonly<Record<string, string>> = {
  'src/languages/conditions/condition-error.ts': 'the three ways in which a condition has no answer, told apart by who has to act',
  'src/languages/conditions/values.ts': 'the kinds of value of one language: a union that is read as a whole',
  'src/languages/go-templates/template-error.ts': 'the ways in which a template gives no text, told apart by who has to act',
  'src/languages/go-templates/values.ts': 'the kinds of value of one language: a union that is read as a whole',
  'src/languages/jq/jq-error.ts': 'an expression that is wrong, and one that nobody here reads to its end',
};

/** Folders of test that mirror no folder of src, with what they are for. */
const OTHER_TESTS: Readonly<Record<string, string>> = {
  'architecture': 'the shape of the house',
  'build': 'what is done to the compiled package',
  'consumer': 'the package as its users install it',
  'docs-code': 'code of the documentation',
  'examples': 'what the examples write',
  'imports': 'the generator of imports/',
  'negatives': 'wrong programs, and what they are told',
  'oracles': 'other implementations to compare with',
  'properties': 'what holds for any strategy, and for any wrong edit of one',
  'seeds': 'mistakes of published manifests, and what finds them',
  'soak': 'the longer property tests',
  'types': 'what must not compile',
};

const files = sourceFiles('src');

describe('files', () => {
  test(`none of src is longer than ${LONGEST} lines`, () => {
    const long = files.filter((file) => linesOf(file) > LONGEST);
    expect(long).toEqual(Object.keys(LONGER));
  });

  test.each(['src', 'test', 'examples', 'tools', 'bench'])('names in %s are in kebab-case', (folder) => {
    const wrong = sourceFiles(folder).filter((file) =>
      !file.split('/').every((segment) => /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|property\.test|soak\.test|d))?(\.ts)?$/.test(segment)));
    expect(wrong).toEqual([]);
  });

  test('each of src exports at most one class', () => {
    const wrong = files.filter((file) => exportedClasses(file).length > 1);
    expect(wrong).toEqual(Object.keys(SEVERAL_CLASSES));
  });

  test('none is a drawer for odds and ends', () => {
    expect(files.filter((file) => /^(utils?|helpers?|common|misc|shared|types|constants)\.ts$/.test(path.basename(file)))).toEqual([]);
  });
});

describe('tests', () => {
  const tested = new Set(sourceFiles('test').filter((file) => file.endsWith('.test.ts')).map((file) => file.split('/')[1]!));

  test('every folder of src has tests', () => {
    expect(foldersIn('src').filter((folder) => !tested.has(folder))).toEqual([]);
  });

  test('every other folder of test says what it is for', () => {
    const known = [...foldersIn('src'), ...Object.keys(OTHER_TESTS)];
    expect(foldersIn('test').filter((folder) => !known.includes(folder))).toEqual([]);
  });

  test('no test file stands beside the folders', () => {
    expect(sourceFiles('test').filter((file) => file.split('/').length === 2 && file.endsWith('.test.ts'))).toEqual([]);
  });
});

function linesOf(file: string): number {
  return textOf(file).trimEnd().split('\n').length;
}

function exportedClasses(file: string): string[] {
  return ts.createSourceFile(file, textOf(file), ts.ScriptTarget.ES2022).statements
    .filter((statement): statement is ts.ClassDeclaration => ts.isClassDeclaration(statement))
    .filter((statement) => statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword))
    .map((statement) => statement.name!.text);
}
