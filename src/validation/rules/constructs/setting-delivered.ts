import { definePassRule } from '../../rule';

export const settingDelivered = definePassRule({
  id: 'constructs/setting-delivered',
  severity: 'warning',
  since: '0.1.0',
  implements: [],
  title: 'settings of Argo CD that a construct relies on are declared',
  rationale:
    'Some things that constructs render work only if Argo CD itself is configured for them: an order of Applications needs a health check '
    + 'in argocd-cm, steps of an ApplicationSet a flag in argocd-cmd-params-cm. An ArgoCdConfig or ArgoCdParams anywhere in the app takes '
    + 'such settings up by itself. Without one nobody sets them, and Argo CD does not complain.',
});
