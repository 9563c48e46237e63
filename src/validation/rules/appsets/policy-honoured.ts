import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleMap } from '../argo-cd-settings/config-maps';
import { joinDocuments } from '../rollouts/example-rollout';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { argoCdParameter } from './parameters-of-argo-cd';

const SET = exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }')}
${exampleTemplate("'web-{{ .env }}'")}
syncPolicy:
  applicationsSync: create-update`);

const POLICY = "applicationsetcontroller.policy: 'sync'";

/** Finds policies that the controller does not follow. */
export const policyHonoured = defineRule({
  id: 'appsets/policy-honoured',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-184'],
  title: 'the controller lets a set have a policy of its own',
  rationale: 'Once the controller has a policy, that of a set is ignored, unless the override is switched on: a set that must not '
    + 'delete then deletes. Looked at only where argocd-cmd-params-cm is among the manifests.',
  bad: joinDocuments(SET, exampleMap('argocd-cmd-params-cm', POLICY)),
  good: joinDocuments(SET, exampleMap('argocd-cmd-params-cm', `${POLICY}\napplicationsetcontroller.enable.policy.override: 'true'`)),
  check(entry, context) {
    const policy = Place.root(entry.manifest).at('spec', 'syncPolicy', 'applicationsSync');
    if (!policy.exists) return;
    const own = argoCdParameter(entry, 'applicationsetcontroller.policy', context.manifests);
    const override = argoCdParameter(entry, 'applicationsetcontroller.enable.policy.override', context.manifests);
    const isOff = override === '' ? own !== '' && own !== undefined : override !== undefined && !/^(1|t|T|TRUE|true|True)$/.test(override);
    if (!isOff || (own === policy.text && own !== '')) return;
    context.report(policy.pointer, `the policy of the set is ignored, as the controller ${own ? `has the policy ${own}` : 'lets none override its own'}`, {
      received: policy.text, expected: "applicationsetcontroller.enable.policy.override: 'true' in argocd-cmd-params-cm",
    });
  },
});
