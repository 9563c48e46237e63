import { defineRule } from '../../rule';
import { exampleMap } from '../argo-cd-settings/config-maps';
import { joinDocuments } from '../rollouts/example-rollout';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';
import { listWithout } from './namespace-listed';

const KEY = 'application.namespaces';

const APPLICATION = exampleApplication(EXAMPLE_SOURCE, { namespace: 'team-payments' });

/** Finds Applications that no controller looks at. */
export const namespaceEnabled = defineRule({
  id: 'apps/namespace-enabled',
  severity: 'warning',
  kinds: ['argoproj.io/Application'],
  since: '0.1.0',
  implements: [],
  title: 'an Application outside of the namespace of Argo CD lies in one that is listed',
  rationale: 'The controllers look at their own namespace and at those of application.namespaces, and ignore the rest without a word. Looked '
    + 'at only where argocd-cmd-params-cm is among the manifests and lists some.',
  bad: joinDocuments(APPLICATION, exampleMap('argocd-cmd-params-cm', `${KEY}: team-web`)),
  good: joinDocuments(APPLICATION, exampleMap('argocd-cmd-params-cm', `${KEY}: team-web,team-payments`)),
  check(entry, context) {
    const names = listWithout(entry, KEY, context.manifests);
    if (names === undefined) return;
    const { namespace } = entry.id;
    context.report('/metadata/namespace', `Argo CD does not look at Applications in the namespace ${namespace}`, {
      received: namespace, expected: names.join(', '), fix: `add it to ${KEY} of argocd-cmd-params-cm, and to the sourceNamespaces of the project`,
    });
  },
});
