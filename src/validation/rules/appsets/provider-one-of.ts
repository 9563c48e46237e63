import type { GeneratorType } from '../../../expansion/generators/generator-types';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatorsOf } from './generator-entries';

const PROVIDERS: ReadonlyArray<readonly [GeneratorType, readonly string[]]> = [
  ['pullRequest', ['github', 'gitlab', 'gitea', 'bitbucketServer', 'bitbucket', 'azuredevops']],
  ['scmProvider', ['github', 'gitlab', 'gitea', 'bitbucketServer', 'azureDevOps', 'bitbucket', 'awsCodeCommit']],
];

/** Finds generators that ask no server, or several. */
export const providerOneOf = defineRule({
  id: 'appsets/provider-one-of',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-171'],
  title: 'a generator of repositories or pull requests asks one server',
  rationale: 'Without one, the set is in error. Of several, Argo CD asks one and ignores the others without a word.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - pullRequest:
      requeueAfterSeconds: 300
${exampleTemplate("'web-{{ .number }}'")}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - pullRequest:
      github:
        owner: example
        repo: web
      requeueAfterSeconds: 300
${exampleTemplate("'web-{{ .number }}'")}`),
  check(entry, context) {
    for (const [type, providers] of PROVIDERS) {
      for (const generator of generatorsOf(entry, type)) {
        const asked = providers.filter((provider) => generator.at(provider).exists);
        if (asked.length === 1) continue;
        const got = asked.length === 0 ? 'asks no server' : `asks ${asked.join(' and ')}, and Argo CD looks at one of them only`;
        context.report(generator.pointer, `the generator ${got}`, { expected: `one of ${providers.join(', ')}` });
      }
    }
  },
});
