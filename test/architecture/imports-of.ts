import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

/** One import of a file. */
export interface ImportOf {
  /** What the file wrote: `../manifests/json`, `cdk8s`. */
  readonly specifier: string;
  /** The file of the project that it means, `imports/...` among them; absent for a package. */
  readonly file?: string;
  /** Whether nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
}

/** Everything that a file imports, however it says so. */
export function importsOf(file: string, text: string): ImportOf[] {
  const found: ImportOf[] = [];
  const add = (module: ts.Node | undefined, typeOnly: boolean): void => {
    if (!module || !ts.isStringLiteralLike(module)) return;
    const specifier = module.text;
    found.push({ specifier, typeOnly, ...(specifier.startsWith('.') && { file: resolved(file, specifier) }) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly || allTypes(node.exportClause));
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    if (ts.isExternalModuleReference(node)) add(node.expression, false);
    if (ts.isCallExpression(node) && isLoader(node.expression)) add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022));
  return found;
}

function isLoader(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  return clause.isTypeOnly || (!clause.name && allTypes(clause.namedBindings));
}

function allTypes(bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (!bindings || !(ts.isNamedImports(bindings) || ts.isNamedExports(bindings))) return false;
  return bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly);
}

function resolved(from: string, specifier: string): string {
  const base = path.posix.join(path.posix.dirname(from), specifier);
  const root = path.resolve(__dirname, '..', '..');
  const candidates = [`${base}.ts`, `${base}.d.ts`, `${base}/index.ts`, base];
  return candidates.find((candidate) => fs.existsSync(path.join(root, candidate))) ?? base;
}
