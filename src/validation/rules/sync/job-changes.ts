import { isHook } from '../../../manifests/hooks';
import type { Manifest } from '../../../manifests/manifest';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { objectOptions } from './annotations';

/** Finds Jobs that no second version can be applied of. */
export const jobChanges = defineRule({
  id: 'sync/job-changes',
  severity: 'warning',
  kinds: ['batch/Job'],
  since: '0.1.0',
  implements: [],
  title: 'a Job that is no hook can change',
  rationale:
    'The pod template of a Job is immutable. With a new image, the next sync fails at a Job of the same name, whether the old one has ended or not. '
    + 'Hooks are deleted before they run again; other Jobs need a new name for each version, or to be deleted and made again.',
  bad: example(''),
  good: example(`
  annotations:
    argocd.argoproj.io/sync-options: Force=true,Replace=true`),
  check(entry, context) {
    const { manifest } = entry;
    if (isHook(manifest) || !manifest.metadata.name || isNamedByContent(manifest) || objectOptions(manifest).includes('Force=true')) return;
    context.report('/metadata/name', 'a change of its pod template fails the sync, as that of a Job is immutable', {
      received: `Job ${manifest.metadata.name}, no hook`,
      fix: 'make it a PreSync or PostSync hook, annotate it with argocd.argoproj.io/sync-options: Force=true,Replace=true, or put the version into its name',
    });
  },
});

/** Whether its name says which version of its content it is: with a tag, a hash or a number in it. */
function isNamedByContent(manifest: Manifest): boolean {
  const name = manifest.metadata.name ?? '';
  const spec = Place.root(manifest).at('spec', 'template', 'spec');
  const tags = [...spec.at('initContainers').items, ...spec.at('containers').items].map((container) => tagOf(container.at('image').text));
  return /\d/.test(name) || tags.some((tag) => tag !== '' && name.includes(tag));
}

function tagOf(image: string): string {
  return /:([\w.-]+)(@.*)?$/.exec(image)?.[1] ?? '';
}

function example(annotations: string): string {
  return `
apiVersion: batch/v1
kind: Job
metadata:
  name: import${annotations}
spec:
  backoffLimit: 3
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: import
          image: registry.example.com/import:1.2.3
`;
}
