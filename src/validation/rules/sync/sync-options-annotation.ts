import { certainlyMeant, correctedPart } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { annotated } from '../scopes';
import { argoAnnotation, argoAnnotationPointer, commaList } from './annotations';

const OPTIONS = [
  'Delete=confirm', 'Delete=false', 'Force=true', 'Prune=confirm', 'Prune=false', 'PruneLast=true', 'Replace=true', 'ServerSideApply=false',
  'ServerSideApply=true', 'SkipDryRunOnMissingResource=true', 'Validate=false',
];

/** Finds sync options of an object that do not exist. */
export const syncOptionsAnnotation = defineRule({
  id: 'sync/sync-options-annotation',
  severity: 'error',
  kinds: ['*'],
  scope: annotated,
  since: '0.1.0',
  implements: ['CD-091'],
  title: 'the sync options of an object are ones that Argo CD reads',
  rationale:
    'Argo CD compares each entry as text and ignores what it does not know. A misspelt Prune=false does not protect the object '
    + 'from being pruned.',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  annotations:
    argocd.argoproj.io/sync-options: Prune=False
data:
  colour: blue
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  annotations:
    argocd.argoproj.io/sync-options: Prune=false,Delete=false
data:
  colour: blue
`,
  check(entry, context) {
    const text = argoAnnotation(entry.manifest, 'sync-options') ?? '';
    for (const option of commaList(text)) {
      if (OPTIONS.includes(option)) continue;
      const meant = nearest(option, OPTIONS);
      context.report(argoAnnotationPointer('sync-options'), `Argo CD reads no option ${option} on an object and ignores it`, {
        received: option,
        expected: OPTIONS.join(', '),
        fix: meant && `did you mean ${meant}?`,
        ...correctedPart(argoAnnotationPointer('sync-options'), text, option, (one) => certainlyMeant(one, OPTIONS)),
      });
    }
  },
});
