import type { ManifestEntry } from '../../../manifests/manifest-set';
import type { Pointer } from '../../../manifests/pointer';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleCanary, joinDocuments } from '../rollouts/example-rollout';
import { configMapsFor, ROLLOUTS_CONFIG } from './rollouts-config-maps';

type PluginList = 'trafficRouterPlugins' | 'stepPlugins' | 'metricProviderPlugins';

interface UsedPlugin {
  readonly name: string;
  readonly list: PluginList;
  readonly pointer: Pointer;
}

/** Finds plugins that the controller does not run. */
export const pluginListed = defineRule({
  id: 'control-plane/plugin-listed',
  severity: 'warning',
  kinds: ['argoproj.io/Rollout', 'argoproj.io/AnalysisTemplate', 'argoproj.io/ClusterAnalysisTemplate'],
  since: '0.1.0',
  implements: ['AR-147', 'AR-188', 'AR-192'],
  title: 'plugins that are used are listed in the configuration of the controller',
  rationale: 'The controller runs the plugins that the ConfigMap argo-rollouts-config lists, and knows them by the names in it. A Rollout with '
    + 'another one stays where it is with a reconciliation error, and a metric with one is an error. Looked at only where that ConfigMap is '
    + 'among the manifests.',
  bad: joinDocuments(rollout('example/approval'), config('example/approve')),
  good: joinDocuments(rollout('example/approve'), config('example/approve')),
  check(entry, context) {
    const configMaps = configMapsFor(entry, ROLLOUTS_CONFIG, context.manifests);
    if (configMaps.length === 0) return;
    for (const { name, list, pointer } of pluginsOf(entry)) {
      const listed = configMaps.flatMap((data) => namesIn(data[list] ?? ''));
      if (listed.includes(name)) continue;
      const near = nearest(name, listed);
      context.report(pointer, `the plugin ${name} is not in ${list} of ${ROLLOUTS_CONFIG}, so the controller does not know it`, {
        received: name,
        expected: listed.join(', ') || 'a plugin that is listed there',
        fix: near ? `did you mean ${near}?` : `add it to ${list}, with its location`,
      });
    }
  },
});

function pluginsOf(entry: ManifestEntry): UsedPlugin[] {
  const spec = Place.root(entry.manifest).at('spec');
  const canary = spec.at('strategy', 'canary');
  const keys = (place: Place, list: PluginList): UsedPlugin[] => place.fields.map(([name, at]) => ({ name, list, pointer: at.pointer }));
  return [
    ...keys(canary.at('trafficRouting', 'plugins'), 'trafficRouterPlugins'),
    ...canary.at('steps').items.map((step) => step.at('plugin', 'name')).filter((name) => name.text !== '')
      .map((name): UsedPlugin => ({ name: name.text, list: 'stepPlugins', pointer: name.pointer })),
    ...spec.at('metrics').items.flatMap((metric) => keys(metric.at('provider', 'plugin'), 'metricProviderPlugins')),
  ];
}

// Enough of YAML to find names, in block and in flow style; other things that have a name are found too, which does no harm.
function namesIn(yaml: string): string[] {
  return [...yaml.matchAll(/["']?\bname["']?\s*:\s*["']?([\w./-]+)/g)].map(([, name]) => name!);
}

function rollout(plugin: string): string {
  return exampleCanary(`
steps:
  - setWeight: 25
  - plugin:
      name: ${plugin}
`);
}

function config(plugin: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: argo-rollouts-config
  namespace: argo-rollouts
data:
  stepPlugins: |
    - name: ${plugin}
      location: file:///plugins/approve
`;
}
