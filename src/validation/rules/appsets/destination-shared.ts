import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatedBy, knownText, listed } from './generated';

/** Finds Applications of a set that keep the same objects. */
export const destinationShared = defineRule({
  id: 'appsets/destination-shared',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'no two Applications of a set deliver the same manifests to one namespace',
  rationale: 'Two Applications of the same manifests in one namespace fight over every object: each sync takes them away from the other.',
  bad: example('shop'),
  good: example("'shop-{{ .env }}'"),
  check(entry, context) {
    const places = new Map<string, string[]>();
    for (const { root, name, application } of generatedBy(entry, context.manifests)) {
      const spec = root.at('spec');
      const destination = spec.at('destination');
      const cluster = knownText(destination.at('server')) || knownText(destination.at('name'));
      // Values of a chart may rename all that is in it, so the whole source counts.
      const source = JSON.stringify([spec.at('source').value, spec.at('sources').value]);
      if (cluster === '' || name === '' || application.count === 'any' || source.includes('{{') || application.unknown !== undefined) continue;
      const key = `${cluster}\n${destination.at('namespace').text}\n${source}`;
      places.set(key, [...places.get(key) ?? [], name]);
    }
    for (const [key, names] of places) {
      const [cluster = '', namespace = ''] = key.split('\n');
      if (new Set(names).size < 2 || namespace === '' || namespace.includes('{{')) continue;
      context.report('/spec/template/spec/destination', `${listed(names)} deliver the same manifests to the namespace ${namespace} of ${cluster}`, {
        fix: 'put the parameter that tells them apart into the namespace, the cluster or the path',
      });
    }
  },
});

function example(namespace: string): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }', '{ env: production }')}
${exampleTemplate("'web-{{ .env }}'").replace('namespace: shop', `namespace: ${namespace}`)}`);
}
