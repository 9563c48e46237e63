import { WAVE_ANNOTATION } from '../../../manifests/apply-order';
import { EntryIndex } from '../../../manifests/entry-index';
import { describe, groupOf } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { pointer } from '../../../manifests/pointer';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { areOrdered, firstMoment, isBefore, type Moment, momentText } from './moments';

/** Finds namespaces and CRDs that Argo CD does not keep in their wave. */
export const waveOfContainer = defineRule({
  id: 'sync/wave-of-container',
  severity: 'warning',
  kinds: ['Namespace', 'apiextensions.k8s.io/CustomResourceDefinition'],
  since: '0.1.0',
  implements: [],
  title: 'a namespace is not ordered after its contents, nor a CRD after its objects',
  rationale:
    'Argo CD moves a namespace in front of the first object in it, and a CRD in front of the first object of its kind, into the wave and the phase of '
    + 'that one. The wave that is written there does not hold, and what was to come before it comes after it.',
  bad: example('1'),
  good: example('-1'),
  check(entry, context) {
    const written = firstMoment(entry.manifest);
    if (!written || !areOrdered(context.manifests.of(entry.unit))) return;
    const key = entry.id.kind === 'Namespace' ? `namespace\n${entry.id.name}` : crdKey(entry);
    let first: { readonly content: ManifestEntry; readonly moment: Moment } | undefined;
    for (const content of CONTENTS.find(context.manifests.of(entry.unit), key)) {
      const moment = firstMoment(content.manifest);
      if (moment && isBefore(moment, first?.moment ?? written)) first = { content, moment };
    }
    if (!first) return;
    const at = momentText(first.content.manifest, first.moment);
    context.report(pointer('/metadata/annotations', WAVE_ANNOTATION), `Argo CD applies this ${entry.id.kind} before ${describe(first.content.id)}, in ${at}`, {
      received: momentText(entry.manifest, written),
      expected: `${at} or before`,
      fix: `write that wave, or move ${first.content.id.kind} ${first.content.id.name} behind`,
    });
  },
});

const CONTENTS = new EntryIndex((entry) => {
  const { id, manifest, unit } = entry;
  if (id.kind === 'Namespace' && id.group === '') return [];
  // Before it sorts, Argo CD gives the namespace of the Application to all that have none, whatever their scope.
  const namespace = manifest.metadata.namespace || unit.namespace;
  const own = `kind\n${groupOf(manifest.apiVersion)}\n${id.kind}`;
  return namespace ? [own, `namespace\n${namespace}`] : [own];
});

function crdKey({ manifest }: ManifestEntry): string {
  const spec = Place.root(manifest).at('spec');
  return `kind\n${spec.at('group').text}\n${spec.at('names', 'kind').text}`;
}

function example(wave: string): string {
  return `
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  annotations:
    argocd.argoproj.io/sync-wave: '${wave}'
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  colour: blue
`;
}
