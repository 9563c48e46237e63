import { isJsonObject } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { pointer } from '../../../manifests/pointer';
import { certainlyMeant, corrected, renamed } from '../../certain-edit';
import { defineRule, type RuleContext } from '../../rule';
import { nearest, spelling } from '../../schema/similar-name';
import { exampleRolloutsMap, ROLLOUTS_CONFIG, ROLLOUTS_NOTIFICATIONS } from './rollouts-config-maps';

/** The lists that argo-rollouts-config holds. @see utils/config/config.go in argoproj/argo-rollouts */
export const PLUGIN_LISTS = ['metricProviderPlugins', 'stepPlugins', 'trafficRouterPlugins'] as const;

/** What keys of the notification ConfigMap are, or begin with. @see pkg/api/config.go in argoproj/notifications-engine */
const ENTRIES = ['defaultTriggers', 'service', 'subscriptions', 'template', 'trigger'];
const NAMED = ['defaultTriggers', 'service', 'template', 'trigger'];

/** Finds entries of the ConfigMaps of Argo Rollouts that nobody reads. */
export const configKeys = defineRule({
  id: 'control-plane/config-keys',
  severity: 'warning',
  kinds: ['ConfigMap'],
  since: '0.1.0',
  implements: [],
  title: 'the ConfigMaps of Argo Rollouts have their names, and keys that the controller reads',
  rationale: 'The controller reads argo-rollouts-config and argo-rollouts-notification-configmap, and of them the keys that it knows. What is under '
    + 'another name is passed over without a word: plugins are not there, and nothing is sent.',
  bad: exampleRolloutsMap(ROLLOUTS_CONFIG, 'trafficRouterPlugin: |\n  - name: example/router\n    location: file:///plugins/router'),
  good: exampleRolloutsMap(ROLLOUTS_CONFIG, 'trafficRouterPlugins: |\n  - name: example/router\n    location: file:///plugins/router'),
  check(entry, context) {
    const keys = Object.keys(isJsonObject(entry.manifest.data) ? entry.manifest.data : {});
    if (entry.id.name === ROLLOUTS_CONFIG) {
      for (const key of keys) if (!PLUGIN_LISTS.some((list) => list === key)) reportKey(key, PLUGIN_LISTS, context);
    } else if (entry.id.name === ROLLOUTS_NOTIFICATIONS) {
      for (const key of keys) if (!isEntry(key)) reportKey(key, ENTRIES, context);
    } else {
      reportName(entry, keys, context);
    }
  },
});

function isEntry(key: string): boolean {
  return key === 'subscriptions' || NAMED.some((prefix) => key.startsWith(`${prefix}.`)) || key === 'defaultTriggers';
}

/** A key that is not read. What follows its first dot is a name. */
function reportKey(key: string, known: readonly string[], context: RuleContext): void {
  const [first = '', ...name] = key.split('.');
  const rest = name.map((part) => `.${part}`).join('');
  const near = nearest(first, known);
  const meant = certainlyMeant(first, known);
  context.report(pointer('/data', key), `the controller does not read ${key}`, {
    received: key,
    expected: known.map((one) => (NAMED.includes(one) && one !== 'defaultTriggers' ? `${one}.<name>` : one)).join(', '),
    fix: near === undefined || near === first ? 'take it out, or write one of these' : `did you mean ${near}${rest}?`,
    ...renamed(pointer('/data', key), meant === undefined || meant === first ? undefined : meant + rest),
  });
}

/** A ConfigMap that holds what one of Argo Rollouts does, in nearly its name. */
function reportName({ id }: ManifestEntry, keys: readonly string[], context: RuleContext): void {
  const isPluginList = keys.some((key) => (PLUGIN_LISTS as readonly string[]).includes(key));
  const isNotifications = keys.some((key) => key.startsWith('trigger.on-')) || keys.some((key) => /^service\.\w/.test(key));
  const wanted = isPluginList ? ROLLOUTS_CONFIG : isNotifications ? ROLLOUTS_NOTIFICATIONS : undefined;
  if (wanted === undefined || spelling(id.name, wanted) > 2) return;
  context.report('/metadata/name', `the controller reads no ConfigMap ${id.name}`, {
    received: id.name, expected: wanted, fix: `did you mean ${wanted}?`, ...corrected('/metadata/name', certainlyMeant(id.name, [wanted])),
  });
}
