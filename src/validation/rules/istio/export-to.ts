import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { DESTINATION_RULE, VIRTUAL_SERVICE } from './destinations';
import { examplePublicRoute } from './example-istio';
import { isDnsLabel } from './host-names';

function exportExample(...namespaces: readonly string[]): string {
  return joinDocuments(exampleServices('web'), examplePublicRoute().replace('  hosts:', `  exportTo:\n${namespaces.map((name) => `    - "${name}"\n`).join('')}  hosts:`));
}

/** Finds namespaces to export to that exclude each other. */
export const istioExportTo = defineRule({
  id: 'istio/export-to',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE, DESTINATION_RULE],
  since: '0.1.0',
  implements: ['IS-008', 'IS-070'],
  title: 'exportTo lists namespaces, each once, or * alone',
  rationale: 'Istio refuses a namespace that is listed twice, once by name and once as . for one, and * beside others. A DestinationRule '
    + 'with a workloadSelector is for its own namespace only.',
  bad: exportExample('*', 'istio-system'),
  good: exportExample('.', 'istio-system'),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const items = spec.at('exportTo').items.filter((item) => typeof item.value === 'string' && !item.text.includes('{{'));
    const own = entry.id.namespace;
    const names = items.map((item) => (item.text === '.' && own !== '' ? own : item.text));
    items.forEach((item, index) => {
      const name = names[index] ?? '';
      if (names.indexOf(name) < index) {
        context.report(item.pointer, `exportTo lists ${name} twice`, { received: item.text, expected: 'each namespace once', fix: 'remove one of the two' });
      } else if (!['.', '*'].includes(name) && !isDnsLabel(name)) {
        context.report(item.pointer, `${JSON.stringify(name)} is no namespace`, { received: item.text, expected: 'a namespace, . or *', fix: 'correct the name' });
      }
    });
    const everywhere = items.find((item) => item.text === '*');
    if (everywhere && items.length > 1) {
      context.report(everywhere.pointer, 'exportTo has * beside other namespaces', { received: names.join(', '), expected: '* alone, or the others', fix: 'remove *, or all others' });
    }
    if (!spec.at('workloadSelector').exists || names.length === 0 || (names.length === 1 && [own, '.'].includes(names[0] ?? ''))) return;
    context.report(spec.at('exportTo').pointer, 'a DestinationRule with a workloadSelector is exported beyond its namespace', {
      received: names.join(', '), expected: '.', fix: 'write exportTo: [.], or remove workloadSelector',
    });
  },
});
