import { Place } from '../../../manifests/references/place';
import { certainlyMeant, renamed } from '../../certain-edit';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleKustomization, KUSTOMIZE } from './kustomization';

/** Fields by their names: those below them, or true where they are not looked into. */
interface Fields {
  readonly [name: string]: Fields | true;
}

const leaves = (names: string): Fields => Object.fromEntries(names.split(' ').map((name) => [name, true]));

const TARGET = leaves('group version kind name namespace annotationSelector labelSelector');
const PATCH: Fields = { path: true, patch: true, target: TARGET, options: leaves('allowNameChange allowKindChange') };
const GENERATOR_OPTIONS = leaves('labels annotations disableNameSuffixHash immutable');
const GENERATOR: Fields = { ...leaves('namespace name behavior literals files envs env'), options: GENERATOR_OPTIONS };

/** What `api/types/kustomization.go` of Kustomize 5 has; lists are gone through. */
const KUSTOMIZATION: Fields = {
  ...leaves('apiVersion kind metadata openapi namePrefix nameSuffix namespace commonLabels commonAnnotations patchesStrategicMerge imageTags vars '
    + 'sortOptions resources components crds bases helmGlobals helmCharts helmChartInflationGenerator configurations generators transformers '
    + 'validators buildMetadata'),
  labels: leaves('pairs includeSelectors includeTemplates includeVolumeClaimTemplates fields'),
  patches: PATCH,
  patchesJson6902: PATCH,
  images: leaves('name newName newTag tagSuffix digest'),
  replicas: leaves('name count'),
  replacements: leaves('path source sourceValue targets'),
  configMapGenerator: GENERATOR,
  secretGenerator: { ...GENERATOR, type: true },
  generatorOptions: GENERATOR_OPTIONS,
};

/** Finds fields of kustomizations that Kustomize does not know. */
export const knownFields = defineRule({
  id: 'kustomize/known-fields',
  severity: 'error',
  kinds: [`${KUSTOMIZE}/Kustomization`, `${KUSTOMIZE}/Component`],
  since: '0.1.0',
  implements: [],
  title: 'a kustomization has fields that Kustomize knows',
  rationale: 'Kustomize refuses a file with a field that it does not know, and renders nothing of it: the Application shows a ComparisonError.',
  bad: exampleKustomization('resource:\n  - web.yaml'),
  good: exampleKustomization('resources:\n  - web.yaml'),
  check(entry, context) {
    checkFields(Place.root(entry.manifest), KUSTOMIZATION, context);
  },
});

function checkFields(place: Place, known: Fields, context: RuleContext): void {
  for (const item of place.items) checkFields(item, known, context);
  for (const [name, field] of place.fields) {
    // Capitals do not count, as it is read as JSON by Go.
    const key = Object.keys(known).find((one) => one.toLowerCase() === name.toLowerCase());
    if (key === undefined) {
      const names = Object.keys(known);
      const meant = nearest(name, names);
      context.report(field.pointer, `Kustomize knows no field ${name} here, and renders nothing`, {
        received: name, fix: meant ? `did you mean ${meant}?` : 'take it out', ...renamed(field.pointer, certainlyMeant(name, names)),
      });
      continue;
    }
    const below = known[key]!;
    if (below !== true) checkFields(field, below, context);
  }
}
