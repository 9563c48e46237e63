import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from '../appsets/example-application-set';
import { joinDocuments } from '../rollouts/example-rollout';
import { exampleUpdater } from './examples';
import { updatedApplications } from './updated-applications';

const SET = exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ app: web }')}
${exampleTemplate("'shop-{{ .app }}'")}`);

/** Finds new versions that are written into Applications which an ApplicationSet writes again. */
export const writeBackKept = defineRule({
  id: 'image-updater/write-back-kept',
  severity: 'warning',
  kinds: ['argocd-image-updater.argoproj.io/ImageUpdater'],
  since: '0.1.0',
  implements: [],
  title: 'new versions are not written into Applications that an ApplicationSet makes',
  rationale:
    'Without a method, or with the method argocd, the new version stands in the Application in the cluster alone. The ApplicationSet '
    + 'controller makes the spec of its Applications what the template says, so the older image comes back.',
  bad: joinDocuments(exampleUpdater(), SET),
  good: joinDocuments(exampleUpdater('writeBackConfig:\n  method: git'), SET),
  check(entry, context) {
    for (const { application, madeBy, ref, writeBack } of updatedApplications(entry, context.manifests)) {
      if (writeBack.method !== 'argocd' || !madeBy || leavesAlone(madeBy)) continue;
      context.report(ref.at('namePattern').pointer, `new versions of ${application.id.name} are written into the Application, and its ApplicationSet takes them away again`, {
        received: 'argocd', expected: 'git', fix: 'write them to Git: WriteBack.git(...), or writeBackConfig.method: git',
      });
    }
  },
});

/** Whether the controller may keep what others write into its Applications. */
function leavesAlone({ manifest }: ManifestEntry): boolean {
  const spec = Place.root(manifest).at('spec');
  return spec.at('ignoreApplicationDifferences').exists || ['create-only', 'create-delete'].includes(spec.at('syncPolicy', 'applicationsSync').text);
}
