import { compilerMessages } from './compiler-messages';

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

test('the compiler says how sources are said, when two are said and when none is', () => {
  const hint = "'say one of source, sources and sourceHydrator'";
  expect(compilerMessages(TEXT)).toEqual([
    expect.stringMatching(new RegExp(`^8: [^]*${hint}`)),
    expect.stringMatching(new RegExp(`^9: [^]*${hint}`)),
  ]);
});
