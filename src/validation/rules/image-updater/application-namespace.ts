import { matchesPathPattern } from '../../../languages/globs';
import { ofKind } from '../../../manifests/entry-index';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { EXAMPLE_SOURCE, exampleApplication } from '../apps/example-application';
import { joinDocuments } from '../rollouts/example-rollout';
import { exampleUpdater } from './examples';

/** Finds ImageUpdaters whose Applications are in another namespace. */
export const applicationNamespace = defineRule({
  id: 'image-updater/application-namespace',
  severity: 'error',
  kinds: ['argocd-image-updater.argoproj.io/ImageUpdater'],
  since: '0.1.0',
  implements: ['CD-276'],
  title: 'an ImageUpdater is in the namespace of its Applications',
  rationale: 'The Image Updater looks for Applications in the namespace of the resource and in no other. One that is elsewhere is never updated.',
  bad: joinDocuments(exampleUpdater(), application('teams')),
  good: joinDocuments(exampleUpdater(), application('argocd')),
  check(entry, context) {
    const applications = ofKind(context.manifests.entries, 'argoproj.io/Application');
    if (applications.length === 0 || entry.id.namespace === '') return;
    for (const ref of Place.root(entry.manifest).at('spec', 'applicationRefs').items) {
      const pattern = ref.at('namePattern');
      const meant = applications.filter(({ id }) => matchesPathPattern(pattern.text, id.name));
      // A bare star is about everything, wherever it is; and an ApplicationSet may make more.
      if (pattern.text === '*' || meant.length === 0 || meant.some(({ id }) => id.namespace === entry.id.namespace || id.namespace === '')) continue;
      const [first] = meant;
      context.report(pattern.pointer, `${first!.id.name} is in ${first!.id.namespace}, and only Applications in ${entry.id.namespace} are looked after`, {
        received: entry.id.namespace, expected: first!.id.namespace, fix: `put the ImageUpdater into ${first!.id.namespace}`,
      });
    }
  },
});

function application(namespace: string): string {
  return exampleApplication(EXAMPLE_SOURCE, { name: 'shop-web', namespace });
}
