// Whoever reads a page alone can tell where each name of its code comes from.
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

const DOCS = path.resolve(__dirname, '../../docs');
const PAGES = [...fs.readdirSync(path.join(DOCS, 'journeys')).filter((file) => file.endsWith('.md')).map((file) => `journeys/${file}`), 'from-helm.md', 'from-kustomize.md'];

// What JavaScript and a test have without an import.
// The last is what the parser takes a statement for that follows the end of an object whose beginning is not shown.
const GIVEN = new Set(['Array', 'JSON', 'Number', 'NaN', 'Object', 'Promise', 'Record', 'String', 'describe', 'expect', 'test', 'undefined', '__dirname', 'const']);

test.each(PAGES)('%s says where the names of its code come from', (page) => {
  const text = fs.readFileSync(path.join(DOCS, page), 'utf8');
  const code = [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, block]) => ts.createSourceFile('block.ts', block!, ts.ScriptTarget.ES2022, true));
  // A whole program that the page names has its imports in it.
  const programs = [...text.matchAll(/\]\(([./]*examples\/[^)\s]+\.ts)\)/g)].map(([, link]) => programOf(path.resolve(DOCS, path.dirname(page), link!)));
  const declared = new Set([...GIVEN, ...[...code, ...programs].flatMap(declaredNames)]);
  // Prose declares a name by naming it: `course` is ...
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '');
  expect([...new Set(code.flatMap(usedNames))].filter((name) => !declared.has(name) && !prose.includes(`\`${name}\``)).sort()).toEqual([]);
});

function programOf(file: string): ts.SourceFile {
  return ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
}

function declaredNames(block: ts.SourceFile): string[] {
  return nodesOf(block).flatMap((node) => {
    const named = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isImportSpecifier(node)
      || ts.isNamespaceImport(node) || ts.isImportClause(node) || ts.isClassDeclaration(node) || ts.isFunctionDeclaration(node)
      || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeParameterDeclaration(node);
    return named && node.name !== undefined && ts.isIdentifier(node.name) ? [node.name.text] : [];
  });
}

function usedNames(block: ts.SourceFile): string[] {
  return nodesOf(block).filter(ts.isIdentifier).filter((name) => isReference(name)).map(({ text }) => text).filter((name) => name !== '');
}

/** Whether it stands for a value or a type, and is no name of a property, of a label or of what it declares. */
function isReference(name: ts.Identifier): boolean {
  const { parent } = name;
  const block = name.getSourceFile().text;
  // In a few lines of an object literal the parser sees no object.
  if (/(?:^|\n) *$/.test(block.slice(0, name.getStart())) && block.startsWith(':', name.end)) return false;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name;
  if (ts.isQualifiedName(parent)) return parent.left === name;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === name;
  if (ts.isBindingElement(parent)) return parent.initializer === name;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.initializer === name;
  return !ts.isLabeledStatement(parent) && !ts.isImportSpecifier(parent) && !ts.isNamespaceImport(parent) && !ts.isImportClause(parent)
    && !ts.isPropertySignature(parent) && !ts.isClassElement(parent) && !ts.isClassDeclaration(parent) && !ts.isFunctionDeclaration(parent)
    && !ts.isTypeAliasDeclaration(parent) && !ts.isInterfaceDeclaration(parent) && !ts.isTypeParameterDeclaration(parent);
}

function nodesOf(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [node];
  ts.forEachChild(node, (child) => { found.push(...nodesOf(child)); });
  return found;
}
