import { defineRule } from '../../rule';
import { listWithout } from '../apps/namespace-listed';
import { exampleMap } from '../argo-cd-settings/config-maps';
import { joinDocuments } from '../rollouts/example-rollout';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';

const KEY = 'applicationsetcontroller.namespaces';

const SET = exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }')}
${exampleTemplate("'web-{{ .env }}'")}`).replace('namespace: argocd', 'namespace: team-payments');

/** Finds ApplicationSets that no controller looks at. */
export const namespaceEnabled = defineRule({
  id: 'appsets/namespace-enabled',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-151'],
  title: 'an ApplicationSet outside of the namespace of Argo CD lies in one that is listed',
  rationale: 'The controller looks at its own namespace and at those of applicationsetcontroller.namespaces, and ignores the rest without a '
    + 'word. Looked at only where argocd-cmd-params-cm is among the manifests and lists some.',
  bad: joinDocuments(SET, exampleMap('argocd-cmd-params-cm', `${KEY}: team-web`)),
  good: joinDocuments(SET, exampleMap('argocd-cmd-params-cm', `${KEY}: team-web,team-payments`)),
  check(entry, context) {
    const names = listWithout(entry, KEY, context.manifests);
    if (names === undefined) return;
    const { namespace } = entry.id;
    context.report('/metadata/namespace', `the ApplicationSet controller does not look at the namespace ${namespace}`, {
      received: namespace, expected: names.join(', '), fix: `add it to ${KEY} of argocd-cmd-params-cm, and the Applications' to application.namespaces`,
    });
  },
});
