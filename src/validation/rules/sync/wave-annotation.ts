import { isGoInteger, waveOf } from '../../../manifests/apply-order';
import { defineRule } from '../../rule';
import { annotated } from '../scopes';
import { argoAnnotation, argoAnnotationPointer } from './annotations';

/** Finds sync waves that are no whole numbers. */
export const waveAnnotation = defineRule({
  id: 'sync/wave-annotation',
  severity: 'error',
  kinds: ['*'],
  scope: annotated,
  since: '0.1.0',
  implements: ['CD-100'],
  title: 'a sync wave is a whole number',
  rationale:
    'Argo CD reads the wave as a decimal integer, without spaces or a fraction. Anything else counts as wave 0, or as the weight of a Helm hook, without a word: '
    + 'the object is applied with all that has no wave, before or after what it was ordered against.',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  annotations:
    argocd.argoproj.io/sync-wave: '1.5'
data:
  colour: blue
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  annotations:
    argocd.argoproj.io/sync-wave: '-1'
data:
  colour: blue
`,
  check(entry, context) {
    const wave = argoAnnotation(entry.manifest, 'sync-wave');
    if (wave === undefined || isGoInteger(wave)) return;
    const trimmed = wave.trim();
    context.report(argoAnnotationPointer('sync-wave'), `${JSON.stringify(wave)} is no whole number, so the object is applied in wave ${waveOf(entry.manifest)}`, {
      received: JSON.stringify(wave),
      expected: 'a whole number such as -1, 0 or 5',
      fix: isGoInteger(trimmed) ? `write '${trimmed}'` : 'write a number: objects of lower waves are applied first',
    });
  },
});
