import { pathPatternProblem } from '../../../languages/globs';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatorsOf } from './generator-entries';

/** Finds git generators that look for nothing. */
export const gitGenerator = defineRule({
  id: 'appsets/git-generator',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-160', 'CD-163'],
  title: 'a git generator looks for folders or for files, by patterns that Go reads',
  rationale: 'With neither, the set is in error. A pattern that Go cannot read is skipped with a line in the log, and one that leads out '
    + 'of the repository or crosses folders with ** finds nothing: * in a pattern for folders stops at a slash.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
${git('path: apps/**/overlays')}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${git('path: apps/*/overlays')}`),
  check(entry, context) {
    for (const generator of generatorsOf(entry, 'git')) {
      const [directories, files] = [generator.at('directories'), generator.at('files')];
      if (directories.items.length === 0 && files.items.length === 0) {
        context.report(generator.pointer, 'the git generator looks for nothing', { expected: 'directories or files', fix: 'add directories: [{ path: apps/* }]' });
      }
      if (directories.items.length > 0 && files.items.length > 0) {
        context.report(files.pointer, 'files is ignored, as directories is there', { fix: 'give files a generator of its own' });
      }
      for (const item of directories.items) {
        const path = item.at('path');
        if (path.text.includes('{{')) continue;
        const problem = pathPatternProblem(path.text);
        if (problem !== undefined) {
          context.report(path.pointer, `Argo CD skips the pattern, which has ${problem}`, { received: path.text });
        } else if (/\*\*/.test(path.text)) {
          context.report(path.pointer, 'two stars are one star to a pattern for folders, and stop at a slash', {
            received: path.text, fix: 'write one pattern for each depth, as apps/* and apps/*/*',
          });
        } else if (/^\.?\/|^\.\.|\/$|^\.$/.test(path.text)) {
          context.report(path.pointer, 'no folder is called so: paths are relative to the top of the repository, without a slash at the ends', {
            received: path.text, fix: `write ${path.text.replace(/^(\.{0,2}\/)+|\/+$/g, '').replace(/^\.$/, '') || '*'}`,
          });
        }
      }
    }
  },
});

function git(pattern: string): string {
  return `generators:
  - git:
      repoURL: https://git.example.com/org/manifests.git
      revision: main
      directories:
        - ${pattern}
${exampleTemplate("'{{ .path.basenameNormalized }}'", { path: "'{{ .path.path }}'" })}`;
}
