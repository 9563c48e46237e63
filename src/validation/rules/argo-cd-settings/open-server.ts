import type { ManifestEntry } from '../../../manifests/manifest-set';
import { pointer, type Pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { podContainersOf } from '../pods/pods-of';
import { listField } from '../rollouts/fields';
import { ARGO_CD_CONFIG, ARGO_CD_PARAMETERS, exampleMap, settingsIn } from './config-maps';
import { goBoolean } from './customization';

const DISABLED = 'server.disable.auth';

const OPEN: Readonly<Record<string, string | undefined>> = {
  'oidc.tls.insecure.skip.verify': 'tokens of anybody who can pretend to be the provider are accepted',
  [DISABLED]: 'whoever reaches the API server may do everything, on every cluster',
};

/** Finds an Argo CD that lets everybody in. */
export const openServer = defineRule({
  id: 'argo-cd-settings/open-server',
  severity: 'warning',
  kinds: ['ConfigMap', 'apps/Deployment', 'apps/StatefulSet'],
  since: '0.1.0',
  implements: ['E51'],
  title: 'nobody gets into Argo CD without being asked who they are',
  rationale: 'Argo CD holds credentials for every cluster and repository. Switches that turn off authentication, or the check of the '
    + 'certificate of the provider, are for a laptop.',
  bad: exampleMap('argocd-cmd-params-cm', 'server.disable.auth: "true"'),
  good: exampleMap('argocd-cmd-params-cm', 'server.insecure: "true"'),
  check(entry, context) {
    for (const name of [ARGO_CD_CONFIG, ARGO_CD_PARAMETERS]) {
      for (const { key, value, pointer: at } of settingsIn(entry, name)) {
        const effect = Object.hasOwn(OPEN, key) ? OPEN[key] : undefined;
        if (effect !== undefined && goBoolean(value) === true) context.report(at, effect, { received: `${key}: ${value}`, fix: 'take it out' });
      }
    }
    for (const { received, pointer: at } of openArguments(entry)) context.report(at, OPEN[DISABLED]!, { received, fix: 'take it out' });
  },
});

/** What the API server of Argo CD is started with, where that lets everybody in. */
function openArguments(entry: ManifestEntry): { readonly received: string; readonly pointer: Pointer }[] {
  return podContainersOf(entry).flatMap(({ pointer: at, container }) => {
    const said = ['command', 'args'].flatMap((field) => listField(container, field).flatMap((argument, index) =>
      (typeof argument === 'string' ? [{ received: argument, pointer: pointer(at, field, index) }] : [])));
    return said.some(({ received }) => /(^|\/)argocd-server$/.test(received)) ? said.filter(({ received }) => isOpen(received)) : [];
  });
}

function isOpen(argument: string): boolean {
  const [flag, value = 'true'] = argument.split('=');
  return flag === '--disable-auth' && goBoolean(value) === true;
}
