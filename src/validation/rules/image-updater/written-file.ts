import { posix } from 'node:path';
import type { ManifestSet } from '../../../manifests/manifest-set';
import { defineRule } from '../../rule';
import { exampleApplication } from '../apps/example-application';
import { belowWritten, writtenSources } from '../projects/delivered-objects';
import { joinDocuments } from '../rollouts/example-rollout';
import { exampleUpdater } from './examples';
import { type UpdatedApplication, updatedApplications } from './updated-applications';

const KUSTOMIZATIONS = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

const APPLICATION = exampleApplication(`source:
  repoURL: https://git.example.com/org/manifests.git
  targetRevision: main
  path: shop
destination:
  name: in-cluster
  namespace: shop`).replace('name: web', 'name: shop-web');

/** Finds files that the Image Updater and the next synth would overwrite in turns. */
export const writtenFile = defineRule({
  id: 'image-updater/written-file',
  severity: 'error',
  kinds: ['argocd-image-updater.argoproj.io/ImageUpdater'],
  since: '0.1.0',
  implements: [],
  title: 'new versions are not written into a file that is generated',
  rationale:
    'A synth writes the whole file again, with the version that the program names: what the Image Updater has committed is gone, and '
    + 'the older image is deployed, until the Image Updater writes it once more.',
  exampleRepositories: [{ url: 'https://git.example.com/org/manifests.git', root: '' }],
  exampleFiles: { 'kustomization.yaml': 'resources:\n  - shop.yaml\nimages:\n  - name: web\n    newTag: 1.0.1\n' },
  bad: joinDocuments(exampleUpdater('writeBackConfig:\n  method: git\n  gitConfig:\n    writeBackTarget: kustomization'), APPLICATION),
  good: joinDocuments(exampleUpdater('writeBackConfig:\n  method: git'), APPLICATION),
  check(entry, context) {
    if (context.manifests.files.length === 0 || context.manifests.repositories.length === 0) return;
    for (const updated of updatedApplications(entry, context.manifests)) {
      const file = generatedTarget(updated, context.manifests);
      if (file === undefined) continue;
      const { name } = updated.application.id;
      context.report(updated.writeBack.place.pointer, `new versions of ${name} are written into ${file}, and the next synth writes that file again without them`, {
        received: updated.writeBack.target,
        expected: 'a file that no synth writes',
        fix: `leave the target out: new versions then stand in .argocd-source-${name}.yaml beside it, which Argo CD reads and a synth leaves alone`,
      });
    }
  },
});

/** The file of this synth that would be written, from the output folder; undefined when it is none. */
function generatedTarget({ application, writeBack }: UpdatedApplication, manifests: ManifestSet): string | undefined {
  if (writeBack.method !== 'git' || writeBack.target === '') return undefined;
  const written = new Set(manifests.files.map(({ unit, path }) => `${unit.id}/${path}`));
  for (const source of writtenSources(application)) {
    const repository = writeBack.repository || source.at('repoURL').text;
    const paths = pathsOf(writeBack.target, source.at('path').text).map((path) => belowWritten(repository, path, manifests));
    const file = paths.find((path) => path !== undefined && written.has(path));
    if (file !== undefined) return file;
  }
  return undefined;
}

// parseKustomizeBase and parseTarget of pkg/argocd/update.go in argoproj-labs/argocd-image-updater.
function pathsOf(target: string, folder: string): readonly string[] {
  const [, word, , rest = ''] = /^(kustomization|helmvalues)(:([^]*))?$/.exec(target) ?? [];
  if (word === undefined) return [posix.normalize(target)];
  const from = (path: string): string => (path.startsWith('/') ? posix.normalize(path.slice(1)) : posix.join(folder, path));
  return word === 'helmvalues' ? [from(rest === '' ? 'values.yaml' : rest)] : KUSTOMIZATIONS.map((name) => posix.join(from(rest), name));
}
