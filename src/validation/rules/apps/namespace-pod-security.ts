import { certainlyMeant, corrected, renamed } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { APPLICATION_KINDS, applicationSpec, literalOf } from './application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';

const PREFIX = 'pod-security.kubernetes.io/';
const MODES = ['audit', 'enforce', 'warn'];
const NAMES = MODES.flatMap((mode) => [mode, `${mode}-version`]);
const LEVELS = ['baseline', 'privileged', 'restricted'];

/** Finds labels of pod security for a namespace that Kubernetes does not know. */
export const namespacePodSecurity = defineRule({
  id: 'apps/namespace-pod-security',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'labels of pod security for the namespace are ones that Kubernetes knows',
  rationale:
    'Kubernetes passes over a label that it does not know: the namespace is as open as before. It refuses a namespace whose level or version is '
    + 'none, and the sync fails.',
  bad: example('restricte'),
  good: example('restricted'),
  check(entry, context) {
    for (const [key, place] of applicationSpec(entry).at('syncPolicy', 'managedNamespaceMetadata', 'labels').fields) {
      if (!key.startsWith(PREFIX)) continue;
      const [name, text] = [key.slice(PREFIX.length), literalOf(place)];
      if (!NAMES.includes(name)) {
        const meant = nearest(name, NAMES);
        context.report(place.pointer, `Kubernetes knows no label ${key} and passes over it`, {
          expected: NAMES.map((one) => PREFIX + one).join(', '), fix: meant && `did you mean ${PREFIX}${meant}?`,
          ...renamed(place.pointer, prefixed(certainlyMeant(name, NAMES))),
        });
      } else if (name.endsWith('-version')) {
        if (text === '' || /^(latest|v1\.(0|[1-9]\d*))$/.test(text)) continue;
        context.report(place.pointer, 'the version is none, so Kubernetes refuses the namespace', { received: text, expected: 'latest, or a version such as v1.36' });
      } else if (text !== '' && !LEVELS.includes(text)) {
        const meant = nearest(text, LEVELS);
        context.report(place.pointer, 'there is no such level, so Kubernetes refuses the namespace', {
          received: text, expected: LEVELS.join(', '), fix: meant && `did you mean ${meant}?`, ...corrected(place.pointer, certainlyMeant(text, LEVELS)),
        });
      }
    }
  },
});

function prefixed(name: string | undefined): string | undefined {
  return name === undefined ? undefined : PREFIX + name;
}

function example(level: string): string {
  return exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  managedNamespaceMetadata:
    labels:
      pod-security.kubernetes.io/enforce: ${level}
  syncOptions:
    - CreateNamespace=true`);
}
