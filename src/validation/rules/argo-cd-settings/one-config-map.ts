import { definePassRule } from '../../rule';

export const oneConfigMap = definePassRule({
  id: 'argo-cd-settings/one-config-map',
  severity: 'error',
  since: '0.1.0',
  implements: ['E46'],
  title: 'one place says what stands in a ConfigMap of Argo CD',
  rationale:
    'A ConfigMap is applied as a whole. Where two folders that go to one namespace of one cluster each have an argocd-cm, the later sync takes '
    + 'out the keys of the earlier one, and both Applications stay OutOfSync. An ArgoCdConfig takes up what other charts contribute to it.',
});
