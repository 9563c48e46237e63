import type { ManifestSet } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';
import type { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleApplication } from '../apps/example-application';
import { writtenFolder, writtenSources } from '../projects/delivered-objects';
import { joinDocuments } from '../rollouts/example-rollout';
import { exampleUpdater } from './examples';
import { type UpdatedApplication, updatedApplications } from './updated-applications';

const TOOL_FILES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization', 'Chart.yaml'];
const TOOL_FIELDS = ['chart', 'helm', 'kustomize', 'plugin'];

/** Finds ImageUpdaters whose Applications are plain manifests. */
export const sourceType = defineRule({
  id: 'image-updater/source-type',
  severity: 'error',
  kinds: ['argocd-image-updater.argoproj.io/ImageUpdater'],
  since: '0.1.0',
  implements: ['CD-267'],
  title: 'an Application whose images are updated is rendered by Helm, Kustomize or a plugin',
  rationale:
    'In plain manifests there is no place for a new version, so the Image Updater logs a warning and passes over the Application. Said of '
    + 'folders that this synth writes, as it is known what is in them, and of sources with settings of a directory.',
  bad: joinDocuments(exampleUpdater('writeBackConfig:\n  method: git'), example('directory:\n    recurse: true')),
  good: joinDocuments(exampleUpdater('writeBackConfig:\n  method: git'), example('kustomize:\n    namePrefix: shop-')),
  check(entry, context) {
    for (const updated of updatedApplications(entry, context.manifests)) {
      const what = problemOf(updated, context.manifests);
      if (what === undefined) continue;
      context.report(updated.ref.at('namePattern').pointer, `${updated.application.id.name} ${what}`, {
        expected: 'a source of Kustomize, Helm or a plugin',
        fix: 'put a kustomization.yaml beside the manifests (new Kustomization(chart, \'Kustomize\')), or take the Application out and name its images in the program',
      });
    }
  },
});

// getApplicationSourceType of pkg/argocd/argocd.go in argoproj-labs/argocd-image-updater: a target decides before the sources do.
function problemOf({ application, writeBack: { method, target } }: UpdatedApplication, manifests: ManifestSet): string | undefined {
  const isKustomization = method === 'git' && /^kustomization(:|$)/.test(target);
  if (method === 'git' && target !== '' && target !== 'kustomization') return undefined;
  // A source that others take files from alone is nothing that is rendered.
  const sources = writtenSources(application).filter((source) => source.at('path').exists || source.at('chart').exists);
  if (sources.length === 0 || !sources.every((source) => isPlain(source, manifests))) return undefined;
  return isKustomization
    ? 'has no kustomization.yaml that a new version could be written to'
    : 'is a folder of plain manifests, which the Image Updater passes over';
}

/** Whether Argo CD takes the source for a directory of manifests: false where nobody knows. */
function isPlain(source: Place, manifests: ManifestSet): boolean {
  if (TOOL_FIELDS.some((field) => source.at(field).exists)) return false;
  if (source.at('directory').fields.length > 0) return true;
  // Of files that somebody else wrote nobody knows what stands beside them.
  const folder = manifests.repositories.length > 0 ? writtenFolder(source, manifests) : undefined;
  if (folder === undefined || !unitsIn(manifests).has(folder)) return false;
  const files = filesIn(manifests);
  return !TOOL_FILES.some((name) => files.has(`${folder}/${name}`));
}

const unitsIn = readSetOnce(({ units }) => new Set(units.map(({ id }) => id)));
const filesIn = readSetOnce(({ files }) => new Set(files.map(({ unit, path }) => `${unit.id}/${path}`)));

function example(tool: string): string {
  return exampleApplication(`source:
  repoURL: https://git.example.com/org/manifests.git
  targetRevision: main
  path: overlays/production
  ${tool}
destination:
  name: in-cluster
  namespace: shop`).replace('name: web', 'name: shop-web');
}
