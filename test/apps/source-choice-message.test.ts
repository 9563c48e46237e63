import * as path from 'node:path';
import * as ts from 'typescript';

const ROOT = path.resolve(__dirname, '..', '..');
const FILE = path.join(ROOT, 'test', 'apps', 'choices.ts');
const TEXT = `import { Application } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
declare const scope: ConstructorParameters<typeof Application>[0];
declare const source: Source;
const destination = Destination.inCluster('web');
new Application(scope, 'One', { destination, source });
new Application(scope, 'Two', { destination, source, sources: [source] });
new Application(scope, 'None', { destination });
`;

/** What the compiler says of each line. */
function messages(): string[] {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.dev.json'), (name) => ts.sys.readFile(name)) as { config: { compilerOptions: object } };
  const options = { ...ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT).options, noEmit: true, incremental: false };
  const host = ts.createCompilerHost(options);
  const choices = ts.createSourceFile(FILE, TEXT, ts.ScriptTarget.ES2022);
  const readOther = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => (name === FILE ? choices : readOther(name, ...rest));
  const diagnostics = ts.createProgram([FILE], options, host).getSemanticDiagnostics(choices);
  return diagnostics.map(({ start = 0, messageText }) =>
    `${TEXT.slice(0, start).split('\n').length}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

test('the compiler says how sources are said, when two are said and when none is', () => {
  const hint = "'say one of source, sources and sourceHydrator'";
  expect(messages()).toEqual([
    expect.stringMatching(new RegExp(`^8: [^]*${hint}`)),
    expect.stringMatching(new RegExp(`^9: [^]*${hint}`)),
  ]);
});
