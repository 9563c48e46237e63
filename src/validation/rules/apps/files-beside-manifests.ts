import { defineRule } from '../../rule';
import { APPLICATION_KINDS } from './application-spec';
import { filesReadBy } from './directory-files';
import { exampleSource } from './example-application';

const PATCH = `apiVersion: v1
kind: ConfigMap
metadata:
  name: argocd-cm
data:
  admin.enabled: "false"
`;

/** Finds files beside the manifests that Argo CD takes for manifests. */
export const filesBesideManifests = defineRule({
  id: 'apps/files-beside-manifests',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a plain directory holds nothing but manifests',
  rationale:
    'Without Kustomize or Helm Argo CD reads every .yaml, .yml and .json file of a folder. A patch is applied as if it were the whole object, and '
    + 'a file that looks like a manifest and is none stops every sync of the Application.',
  exampleFiles: { 'argocd-cm.patch.yaml': PATCH },
  bad: exampleSource('path: shop'),
  good: exampleSource('path: shop\ndirectory:\n  exclude: "*.patch.yaml"'),
  check(entry, context) {
    for (const { path, source, as } of filesReadBy(entry, context.manifests)) {
      const at = source.at('path').pointer;
      const fix = `deliver the folder by Kustomize, leave the file out with directory.exclude: ${JSON.stringify(path)}, or write it into another folder`;
      if (as === 'unreadable') context.report(at, `${path} in this folder is no manifest and looks like one, so nothing can be synced`, { fix });
      else context.report(at, `${path} in this folder is no manifest, and Argo CD would apply it as ${as.object}`, { fix });
    }
  },
});
