import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';

const WAVE = 'argocd.argoproj.io/sync-wave';

/** Finds sync waves in templates. */
export const waveInTemplate = defineRule({
  id: 'appsets/wave-in-template',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'the order of the Applications of a set is not written as waves',
  rationale: 'The ApplicationSet controller makes the Applications itself, all at once, and never reads the annotation. RollingSync orders '
    + 'them, by their labels.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ app: web }')}
${exampleTemplate("'{{ .app }}'", { metadata: "annotations:\n  argocd.argoproj.io/sync-wave: '1'" })}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ app: web }')}
${exampleTemplate("'{{ .app }}'")}`),
  check(entry, context) {
    const wave = Place.root(entry.manifest).at('spec', 'template', 'metadata', 'annotations', WAVE);
    if (!wave.exists) return;
    context.report(wave.pointer, 'a wave in the template orders nothing', { fix: 'write strategy: RollingSync with steps, or put the ApplicationSet itself into a wave' });
  },
});
