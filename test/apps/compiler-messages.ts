import * as path from 'node:path';
import * as ts from 'typescript';

const ROOT = path.resolve(__dirname, '..', '..');
const FILE = path.join(ROOT, 'test', 'apps', 'program.ts');

/** What the compiler says of a program that lies in this folder, with the number of the line. */
export function compilerMessages(text: string): string[] {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.dev.json'), (name) => ts.sys.readFile(name)) as { config: { compilerOptions: object } };
  const options = { ...ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT).options, noEmit: true, incremental: false };
  const host = ts.createCompilerHost(options);
  const program = ts.createSourceFile(FILE, text, ts.ScriptTarget.ES2022);
  const readOther = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => (name === FILE ? program : readOther(name, ...rest));
  return ts.createProgram([FILE], options, host).getSemanticDiagnostics(program).map(({ start = 0, messageText }) =>
    `${text.slice(0, start).split('\n').length}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}
