import { corrected } from '../../certain-edit';
import { isKindHere } from '../../kinds-here';
import { defineRule } from '../../rule';
import { misspeltKind } from '../../schema/kind-spelling';
import { APPLICATION_KINDS, literalOf, sourcesOf } from './application-spec';
import { exampleSource } from './example-application';

/** Finds patches for kinds that there are not. */
export const patchTarget = defineRule({
  id: 'apps/patch-target',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a patch of Kustomize is for a kind that there is',
  rationale: 'Kustomize applies a patch to the objects that its target selects. It selects nothing by a misspelt kind, and nobody says so: what is '
    + 'rendered is not patched.',
  bad: example('Deploymnet'),
  good: example('Deployment'),
  check(entry, context) {
    for (const source of sourcesOf(entry)) {
      for (const target of source.at('kustomize', 'patches').items.map((patch) => patch.at('target'))) {
        const [group, kind] = [literalOf(target.at('group')), literalOf(target.at('kind'))];
        const ofGroup = group === '' ? undefined : group;
        const misspelt = kind === '' ? undefined : misspeltKind(ofGroup, kind, context.targets);
        if (!misspelt || isKindHere(context.manifests, ofGroup, kind)) continue;
        const place = target.at(misspelt.part);
        context.report(place.pointer, `there is no ${misspelt.part} ${place.text}, so nothing is patched`, {
          received: place.text, fix: `did you mean ${misspelt.meant}?`, ...corrected(place.pointer, misspelt.meant),
        });
      }
    }
  },
});

function example(kind: string): string {
  return exampleSource(`
path: overlays/production
kustomize:
  patches:
    - target:
        kind: ${kind}
      patch: |
        - op: replace
          path: /spec/replicas
          value: 3`);
}
