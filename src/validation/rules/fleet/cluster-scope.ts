import { defineRule } from '../../rule';
import { exampleCluster } from './example-registration';
import { fieldText, registrationOfType, SECRET_KINDS } from './registrations';

/** Finds settings of a cluster that Argo CD passes over. */
export const clusterScope = defineRule({
  id: 'fleet/cluster-scope',
  severity: 'warning',
  kinds: SECRET_KINDS,
  since: '0.1.0',
  implements: ['CD-248'],
  title: 'shard, namespaces and clusterResources of a cluster are values that Argo CD reads',
  rationale: 'A shard that is no whole number is ignored, and the cluster goes to another controller. Of clusterResources only the text true counts, '
    + 'letter by letter, and it says something only where namespaces are named. Names in namespaces are divided by commas.',
  bad: exampleCluster({ namespaces: 'web,api', clusterResources: 'True' }),
  good: exampleCluster({ namespaces: 'web,api', clusterResources: 'true' }),
  check(entry, context) {
    const registration = registrationOfType(entry, 'cluster');
    if (!registration) return;
    const [shard, resources, namespaces] = ['shard', 'clusterResources', 'namespaces'].map((key) => registration.fields.get(key));
    if (shard?.text !== undefined && !/^[+-]?\d+$/.test(shard.text)) {
      context.report(shard.pointer, 'Argo CD reads no number in shard and ignores it', { received: shard.text, expected: 'a whole number' });
    }
    if (resources?.text !== undefined && !['true', 'false', ''].includes(resources.text)) {
      context.report(resources.pointer, `Argo CD takes clusterResources ${JSON.stringify(resources.text)} for false`, { expected: 'true or false, in small letters' });
    }
    for (const name of fieldText(registration, 'namespaces').split(',').map((one) => one.trim())) {
      if (name === '' || /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name)) continue;
      context.report(namespaces!.pointer, `no namespace is named ${JSON.stringify(name)}, so Argo CD manages nothing in it`, {
        expected: 'names of namespaces, divided by commas',
        fix: /\s/.test(name) ? 'put commas between the names' : undefined,
      });
    }
  },
});
