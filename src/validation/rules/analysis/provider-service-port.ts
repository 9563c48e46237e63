import type { JsonObject } from '../../../manifests/json';
import { describe } from '../../../manifests/manifest';
import { resolve } from '../../../manifests/references';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleServices } from '../rollouts/example-rollout';
import { numberField, objectsField, textField } from '../rollouts/fields';
import { ROLLOUT, specOf } from '../rollouts/rollout-strategy';
import { boundMetrics } from './bound-metrics';
import { exampleProvider, exampleStepAnalysis, exampleTemplate } from './example-analysis';
import { askedServices } from './service-url';
import { ANALYSIS_RUN } from './template-metrics';

/** An analysis that asks a Service at this address. */
function portExample(port: string): string {
  const web = exampleProvider(`web:\n  url: http://{{args.service}}.shop.svc${port}/healthz\n  jsonPath: "{$.status}"`, {
    name: 'health', fields: ['successCondition: result == "ok"'],
  });
  const template = exampleTemplate({ args: '    - name: service', metrics: web });
  return exampleStepAnalysis('templates:\n  - templateName: smoke\nargs:\n  - name: service\n    value: web', template, exampleServices('web'));
}

/** The ports of a Service that has an address of its own; a headless one and one for a name elsewhere have any. */
function portsOf(spec: JsonObject | undefined): number[] {
  if (textField(spec, 'clusterIP') === 'None' || textField(spec, 'type') === 'ExternalName') return [];
  return objectsField(spec, 'ports').flatMap(([, port]) => numberField(port, 'port') ?? []);
}

/** Finds metrics that ask a Service at a port that it does not have. */
export const providerServicePort = defineRule({
  id: 'analysis/provider-service-port',
  severity: 'warning',
  kinds: [ROLLOUT, ANALYSIS_RUN],
  since: '0.1.0',
  implements: [],
  title: 'a metric asks a Service at a port that it has',
  rationale: 'A URL without a port means 80, or 443 with https, whatever the containers listen on. Nobody answers at a port that the Service '
    + 'does not have: every measurement is an error, and with the fifth one the release is aborted.',
  bad: portExample(':8080'),
  good: portExample(''),
  check(entry, context) {
    const said = new Set<string>();
    for (const bound of boundMetrics(entry, context.manifests)) {
      for (const { url, name, namespace, port } of askedServices(bound, entry.id.namespace)) {
        const service = resolve(context.manifests, entry, { group: '', kind: 'Service', namespace, name, pointer: bound.pointer, role: 'server' });
        if (!service || service === 'external') continue;
        const ports = portsOf(specOf(service.entry.manifest));
        const message = `${bound.label} asks ${describe(service.entry.id)}${madeAt(service.entry, entry)} at port ${port}, which it does not have`;
        if (ports.length === 0 || ports.includes(port) || said.has(message)) continue;
        said.add(message);
        context.report(bound.pointer, message, {
          received: url, expected: `port ${ports.join(' or ')}`, fix: `write the port after the host, as in ${url.replace(/:\d+$/, '')}:${ports[0]}`,
        });
      }
    }
  },
});
