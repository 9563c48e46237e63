import { pointer } from '../../../manifests/pointer';
import { certainlyMeant, correctedPart } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { APPLICATION_KINDS } from '../apps/application-spec';
import { annotated } from '../scopes';

const NAME = 'argocd.argoproj.io/compare-options';
const OPTIONS = ['IgnoreExtraneous', 'IncludeMutationWebhook=true', 'ServerSideDiff=false', 'ServerSideDiff=true'];

/** Finds compare options of objects that Argo CD does not know. */
export const compareOptions = defineRule({
  id: 'sync/compare-options',
  severity: 'error',
  kinds: ['*'],
  scope: annotated,
  since: '0.1.0',
  implements: [],
  title: 'compare options of an object are ones that Argo CD knows',
  rationale: 'Argo CD passes over an option that it does not know. An object without IgnoreExtraneous that is no longer in Git leaves its Application OutOfSync.',
  bad: example('IgnoreExtraneus'),
  good: example('IgnoreExtraneous'),
  check({ id, manifest }, context) {
    const text: unknown = manifest.metadata.annotations?.[NAME];
    // Those of Applications are said by apps/annotation-values.
    if (typeof text !== 'string' || text.includes('{{') || APPLICATION_KINDS.includes(`${id.group}/${id.kind}`)) return;
    const at = pointer('/metadata/annotations', NAME);
    for (const option of text.split(',').map((part) => part.trim())) {
      if (option === '' || OPTIONS.includes(option)) continue;
      const near = nearest(option, OPTIONS);
      context.report(at, `Argo CD knows no compare option ${JSON.stringify(option)} and passes over it`, {
        received: option,
        expected: OPTIONS.join(', '),
        fix: near ? `did you mean ${near}?` : 'write one of these',
        ...correctedPart(at, text, option, (part) => (OPTIONS.includes(part) ? part : certainlyMeant(part, OPTIONS))),
      });
    }
  },
});

function example(options: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  annotations:\n    ${NAME}: ${options}\ndata:\n  colour: blue\n`;
}
