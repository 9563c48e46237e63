import type { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, literalOf, sourcesOf } from './application-spec';
import { exampleSource } from './example-application';

/** Finds images and counts that Kustomize refuses. */
export const kustomizeValues = defineRule({
  id: 'apps/kustomize-values',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-045', 'CD-066'],
  title: 'images and counts of pods are ones that Kustomize takes',
  rationale:
    'Argo CD hands them to kustomize edit. An image is [old=]new with :tag or @digest behind it; a count is a whole number. Anything else '
    + 'fails when manifests are rendered, and the Application shows a ComparisonError.',
  bad: exampleSource(`
path: overlays/production
kustomize:
  images:
    - 'web: 1.4.0'`),
  good: exampleSource(`
path: overlays/production
kustomize:
  images:
    - web=registry.example.com/web:1.4.0`),
  check(entry, context) {
    for (const source of sourcesOf(entry)) {
      for (const image of source.at('kustomize', 'images').items) {
        const problem = imageProblem(image);
        if (problem) context.report(image.pointer, problem, { received: image.text, expected: '[old=]new:tag or [old=]new@sha256:...' });
      }
      for (const replica of source.at('kustomize', 'replicas').items) {
        const count = replica.at('count');
        const text = typeof count.value === 'number' ? String(count.value) : literalOf(count);
        if (text === '' || /^\+?\d+$/.test(text)) continue;
        const problem = /^-\d+$/.test(text) ? 'the count of pods is below zero' : 'the count of pods is no whole number';
        context.report(count.pointer, problem, { received: text, fix: 'write a number, such as 3' });
      }
    }
  },
});

function imageProblem(place: Place): string | undefined {
  const image = literalOf(place);
  // Variables of Argo CD may stand for any part.
  if (image === '' || image.includes('$')) return undefined;
  if (/\s/.test(image)) return 'the image has a blank in it';
  const parts = image.split('=');
  if (parts.length > 2) return 'the image has several signs =';
  if (parts.some((part) => part === '')) return 'one side of = is empty';
  if (/:$|@$/.test(image)) return 'the tag of the image is empty';
  return undefined;
}
