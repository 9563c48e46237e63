import { defineRule } from '../../rule';
import { ARGO_CD_CONFIG, ARGO_CD_PARAMETERS, exampleMap, settingsIn } from './config-maps';
import { goBoolean } from './customization';

const OPEN: Readonly<Record<string, string | undefined>> = {
  'oidc.tls.insecure.skip.verify': 'tokens of anybody who can pretend to be the provider are accepted',
  'server.disable.auth': 'whoever reaches the API server may do everything, on every cluster',
};

/** Finds an Argo CD that lets everybody in. */
export const openServer = defineRule({
  id: 'argo-cd-settings/open-server',
  severity: 'warning',
  kinds: ['ConfigMap'],
  since: '0.1.0',
  implements: [],
  title: 'nobody gets into Argo CD without being asked who they are',
  rationale: 'Argo CD holds credentials for every cluster and repository. Switches that turn off authentication, or the check of the '
    + 'certificate of the provider, are for a laptop.',
  bad: exampleMap('argocd-cmd-params-cm', 'server.disable.auth: "true"'),
  good: exampleMap('argocd-cmd-params-cm', 'server.insecure: "true"'),
  check(entry, context) {
    for (const name of [ARGO_CD_CONFIG, ARGO_CD_PARAMETERS]) {
      for (const { key, value, pointer } of settingsIn(entry, name)) {
        const effect = Object.hasOwn(OPEN, key) ? OPEN[key] : undefined;
        if (effect !== undefined && goBoolean(value) === true) context.report(pointer, effect, { received: `${key}: ${value}`, fix: 'take it out' });
      }
    }
  },
});
