import { isJsonObject } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { renamed } from '../../certain-edit';
import { defineRule } from '../../rule';
import { annotated } from '../scopes';
import { annotationProblem } from './annotation-names';

/** Finds annotations in the name of Argo CD that it does not read. */
export const knownAnnotation = defineRule({
  id: 'sync/known-annotation',
  severity: 'error',
  kinds: ['*'],
  scope: annotated,
  since: '0.1.0',
  implements: [],
  title: 'annotations of Argo CD are ones that it reads',
  rationale:
    'Argo CD ignores an annotation that it does not know, whatever it is called. An invented hook-sync-wave orders nothing, and '
    + 'the sync looks right until the order matters.',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: before
  annotations:
    argocd.argoproj.io/hook: PreSync
    argocd.argoproj.io/hook-sync-wave: '1'
data:
  colour: blue
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: before
  annotations:
    argocd.argoproj.io/hook: PreSync
    argocd.argoproj.io/sync-wave: '1'
data:
  colour: blue
`,
  check(entry, context) {
    const annotations: unknown = entry.manifest.metadata.annotations;
    if (!isJsonObject(annotations)) return;
    for (const key of Object.keys(annotations)) {
      const problem = annotationProblem(key);
      if (!problem) continue;
      const at = pointer('/metadata/annotations', key);
      context.report(at, problem.message, { fix: problem.fix, ...renamed(at, problem.meant) });
    }
  },
});
