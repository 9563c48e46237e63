import type { Manifest } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { type Pointer, valueAt } from '../../../manifests/pointer';
import type { FindingDetails } from '../../finding';
import { defineRule, type Rule } from '../../rule';
import { destinationOneOf } from '../apps/destination-one-of';
import { destinationRegistered } from '../apps/destination-registered';
import { namespaceKnown } from '../apps/namespace-known';
import { retryDuration } from '../apps/retry-duration';
import { syncOptionKnown } from '../apps/sync-option-known';
import { destinationPermitted } from '../projects/destination-permitted';
import { sourcePermitted } from '../projects/source-permitted';
import { projectExists } from '../references/project-exists';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { type ApplicationFinding, broughtByPatch, rulesOn } from './findings-of-application';
import { generatedBy, listed } from './generated';

/** Rules of Applications that parameters decide on. */
const RULES: readonly Rule[] = [
  destinationOneOf, destinationPermitted, destinationRegistered, namespaceKnown, projectExists, retryDuration, sourcePermitted,
  syncOptionKnown,
];

/** Finds Applications of a set that Argo CD would refuse, or read otherwise than they are written. */
export const generatedApplications = defineRule({
  id: 'appsets/generated-applications',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-148', 'CD-149'],
  title: 'the Applications that a set makes are right',
  rationale: 'What parameters make of a destination, a source or a project is looked at as if it were written in an Application: a cluster '
    + 'that is not registered, or a project that does not permit it, leaves that Application out while the others go on.',
  exampleClusters: [{ name: 'production', server: 'https://production.example.com', labels: {}, annotations: {} }],
  bad: example('prod'),
  good: example('production'),
  check(entry, context) {
    const found = new Map<string, Found>();
    const find = (manifest: Manifest): readonly ApplicationFinding[] => rulesOn(manifest, RULES, entry, context);
    for (const { application, name } of generatedBy(entry, context.manifests)) {
      for (const { pointer, message, details } of broughtByPatch(find(application.manifest), application, false, find)) {
        const at = `/spec/template${pointer}`;
        // What no parameter decides is said of the template itself.
        if (!isTemplated(entry, at)) continue;
        const known = found.get(`${at}\n${message}`);
        if (known) known.names.push(name);
        else found.set(`${at}\n${message}`, { at, message, names: [name], details });
      }
    }
    for (const { at, message, names, details } of found.values()) {
      const known = names.filter((name) => name !== '');
      context.report(at, known.length > 0 ? `${message} (${listed(known)})` : message, details);
    }
  },
});

interface Found {
  readonly at: Pointer;
  readonly message: string;
  readonly names: string[];
  readonly details: FindingDetails;
}

function isTemplated(entry: ManifestEntry, at: Pointer): boolean {
  const value = valueAt(entry.manifest, at);
  return value === undefined || JSON.stringify(value).includes('{{');
}

function example(cluster: string): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
${exampleList(`{ cluster: ${cluster} }`)}
${exampleTemplate("'web-{{ .cluster }}'").replace('name: in-cluster', "name: '{{ .cluster }}'")}`);
}
