import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { renamed } from '../../certain-edit';
import { defineRule } from '../../rule';
import { generatorEntries } from '../appsets/generator-entries';
import { annotationProblem } from '../sync/annotation-names';
import { APPLICATION_KINDS, applicationSpec, sourcesOf } from './application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';

/** Finds annotations in the name of Argo CD that others get from an Application or a set, and that it does not read. */
export const givenAnnotations = defineRule({
  id: 'apps/given-annotations',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'annotations of Argo CD that an Application or a template gives to others are ones that it reads',
  rationale:
    'What a set gives to its Applications, an Application to its namespace and Kustomize to all objects is read as if it stood there. Argo CD '
    + 'ignores an annotation that it does not know.',
  bad: example('sync-option'),
  good: example('sync-options'),
  check(entry, context) {
    for (const annotations of given(entry)) {
      for (const [key, { pointer }] of annotations.fields) {
        const problem = key.includes('{{') ? undefined : annotationProblem(key);
        if (problem) context.report(pointer, problem.message, { fix: problem.fix, ...renamed(pointer, problem.meant) });
      }
    }
  },
});

function given(entry: ManifestEntry): readonly Place[] {
  const places = [
    applicationSpec(entry).at('syncPolicy', 'managedNamespaceMetadata', 'annotations'),
    ...sourcesOf(entry).map((source) => source.at('kustomize', 'commonAnnotations')),
  ];
  if (entry.id.kind !== 'ApplicationSet') return places;
  const own = generatorEntries(entry).flatMap(({ entry: place, types }) => types.map((type) => place.at(type, 'template', 'metadata', 'annotations')));
  return [Place.root(entry.manifest).at('spec', 'template', 'metadata', 'annotations'), ...own, ...places];
}

function example(name: string): string {
  return exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  managedNamespaceMetadata:
    annotations:
      argocd.argoproj.io/${name}: Delete=false
  syncOptions:
    - CreateNamespace=true`);
}
