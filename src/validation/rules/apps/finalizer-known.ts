import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';

const CASCADE = 'resources-finalizer.argocd.argoproj.io';
const HOOKS = ['pre-delete-finalizer.argocd.argoproj.io', 'post-delete-finalizer.argocd.argoproj.io'];

/** Those that Argo CD takes off again, by the kind that has them. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  Application: [CASCADE, `${CASCADE}/foreground`, `${CASCADE}/background`, ...HOOKS, ...HOOKS.map((hook) => `${hook}/cleanup`)],
  AppProject: [CASCADE],
};

/** Finds finalizers of Argo CD that it does not have. */
export const finalizerKnown = defineRule({
  id: 'apps/finalizer-known',
  severity: 'error',
  kinds: ['argoproj.io/Application', 'argoproj.io/ApplicationSet', 'argoproj.io/AppProject'],
  since: '0.1.0',
  implements: [],
  title: 'a finalizer of Argo CD is one that Argo CD takes off again',
  rationale:
    'An object with a finalizer stays until somebody takes the finalizer off. Argo CD compares whole texts, so a misspelt one deletes nothing of '
    + 'what was applied, and the object itself hangs in deletion until a person edits it.',
  bad: withFinalizer('resource-finalizer.argocd.argoproj.io'),
  good: withFinalizer(CASCADE),
  check(entry, context) {
    const root = Place.root(entry.manifest);
    const isSet = entry.id.kind === 'ApplicationSet';
    const known = KNOWN[isSet ? 'Application' : entry.id.kind] ?? [];
    for (const finalizer of (isSet ? root.at('spec', 'template') : root).at('metadata', 'finalizers').items) {
      const { text } = finalizer;
      if (!/argocd|resources?-finali[sz]er/i.test(text) || text.includes('{{') || known.includes(text)) continue;
      context.report(finalizer.pointer, 'Argo CD has no such finalizer, so nobody would take it off, and the object could not be deleted', {
        received: text, expected: known.join(', '), fix: `did you mean ${nearest(text, known) ?? CASCADE}?`,
      });
    }
  },
});

function withFinalizer(finalizer: string): string {
  return exampleApplication(EXAMPLE_SOURCE).replace('metadata:\n', `metadata:\n  finalizers:\n    - ${finalizer}\n`);
}
