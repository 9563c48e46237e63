import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatorsOf } from './generator-entries';

const BOTH = ['ssh', 'https'];

/** What each place takes. Azure DevOps is not among them: it looks at no protocol. */
const PROTOCOLS: Readonly<Record<string, readonly string[]>> = {
  awsCodeCommit: [...BOTH, 'https-fips'], bitbucket: BOTH, bitbucketServer: BOTH, gitea: BOTH, github: BOTH, gitlab: BOTH,
};

/** Finds protocols of repositories that their place does not have. */
export const cloneProtocol = defineRule({
  id: 'appsets/clone-protocol',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'repositories are cloned by a protocol that their place has',
  rationale: 'Another protocol is an error that stops the whole set as soon as a repository is found. The places have ssh and https, '
    + 'AWS CodeCommit also https-fips.',
  bad: example('http'),
  good: example('https'),
  check(entry, context) {
    for (const generator of generatorsOf(entry, 'scmProvider')) {
      const protocol = generator.at('cloneProtocol');
      const place = Object.keys(PROTOCOLS).find((name) => generator.at(name).exists);
      if (place === undefined || protocol.text === '' || protocol.text.includes('{{')) continue;
      const known = PROTOCOLS[place]!;
      if (known.includes(protocol.text)) continue;
      context.report(protocol.pointer, `${place} has no protocol ${protocol.text} to clone by, which stops the whole set`, {
        received: protocol.text, expected: known.join(' or '), fix: protocol.text.startsWith('http') ? 'write https' : 'write ssh',
      });
    }
  },
});

function example(protocol: string): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - scmProvider:
      cloneProtocol: ${protocol}
      github:
        organization: example
${exampleTemplate("'{{ normalize .repository }}'")}`);
}
