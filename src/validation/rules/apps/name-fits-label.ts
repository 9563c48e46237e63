import { defineRule } from '../../rule';
import { exampleConfig } from '../argo-cd-settings/config-maps';
import { joinDocuments } from '../rollouts/example-rollout';
import { argoCdConfig } from './argo-cd-config';
import { exampleSource } from './example-application';

const LONGEST = 63;

const named = (name: string): string =>
  joinDocuments(exampleSource('path: apps/web', { name }), exampleConfig('application.resourceTrackingMethod: label'));

/** Finds names of Applications that do not fit into the label by which Argo CD finds its objects. */
export const nameFitsLabel = defineRule({
  id: 'apps/name-fits-label',
  severity: 'error',
  kinds: ['argoproj.io/Application'],
  since: '0.1.0',
  implements: ['CD-104'],
  title: 'where objects are tracked by label, the name of an Application fits into one',
  rationale:
    'With application.resourceTrackingMethod: label in argocd-cm, Argo CD writes the name of the Application into a label of each object. The API '
    + 'server refuses labels over 63 characters, so nothing is applied. The default, tracking by annotation, knows no such limit.',
  bad: named('checkout-service-of-the-web-shop-in-production-europe-west-1-blue'),
  good: named('checkout-production-europe-west-1'),
  check(entry, context) {
    const { name } = entry.id;
    if (name.length <= LONGEST || argoCdConfig(context.manifests)?.['application.resourceTrackingMethod'] !== 'label') return;
    context.report('/metadata/name', `argocd-cm says tracking by label, and the name of the Application is ${name.length} characters long`, {
      received: name,
      expected: `at most ${LONGEST} characters`,
      fix: 'shorten the name, or take application.resourceTrackingMethod out of argocd-cm: objects are then tracked by annotation',
    });
  },
});
