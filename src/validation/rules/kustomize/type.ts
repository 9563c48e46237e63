import { corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { spelling } from '../../schema/similar-name';
import { exampleKustomization, isInKustomizationFile, KUSTOMIZE } from './kustomization';

const VERSIONS: Readonly<Record<string, string>> = { Kustomization: `${KUSTOMIZE}/v1beta1`, Component: `${KUSTOMIZE}/v1alpha1` };

/** Finds kustomizations that Kustomize refuses for what they call themselves. */
export const kustomizationType = defineRule({
  id: 'kustomize/type',
  severity: 'error',
  kinds: ['*'],
  scope: (entry) => entry.id.group === KUSTOMIZE || isInKustomizationFile(entry),
  since: '0.1.0',
  implements: [],
  title: 'a kustomization has the kind and the version that Kustomize reads',
  rationale: 'Kustomize refuses a file that says another kind or another version, and renders nothing: the Application shows a ComparisonError. Both '
    + 'may be left out.',
  bad: exampleKustomization('namespace: shop', 'v1'),
  good: exampleKustomization('namespace: shop'),
  check(entry, context) {
    const { apiVersion, kind } = entry.manifest;
    const { group } = entry.id;
    // Files of other tools have this name too, and objects of this group need not stand in such a file.
    if (group !== KUSTOMIZE && (spelling(group, KUSTOMIZE) > 2 || kindMeant(kind) === undefined)) return;
    const meant = kindMeant(kind);
    if (meant === undefined) return;
    if (meant !== kind) {
      context.report('/kind', `Kustomize refuses a ${kind}, and renders nothing`, {
        received: kind, expected: 'Kustomization or Component', fix: `did you mean ${meant}?`, ...corrected('/kind', meant),
      });
    } else if (apiVersion !== VERSIONS[kind]) {
      context.report('/apiVersion', `Kustomize refuses a ${kind} of ${apiVersion}, and renders nothing`, {
        received: apiVersion, expected: VERSIONS[kind], fix: `write apiVersion: ${VERSIONS[kind]}, or leave it out`, ...corrected('/apiVersion', VERSIONS[kind]),
      });
    }
  },
});

function kindMeant(kind: string): string | undefined {
  return Object.keys(VERSIONS).find((one) => spelling(kind, one) <= 2);
}
