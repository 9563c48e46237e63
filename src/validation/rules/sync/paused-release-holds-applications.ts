import { WAVE_ANNOTATION } from '../../../manifests/apply-order';
import { describe } from '../../../manifests/manifest';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { argoCdConfig } from '../apps/argo-cd-config';
import { APPLICATION_HEALTH_KEY } from '../apps/child-order-needs-health';
import { exampleSource } from '../apps/example-application';
import { deliveredObjects } from '../projects/delivered-objects';
import { exampleCanary, joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { LaterObjects, laterText } from './later-objects';
import { areOrdered, firstMoment, momentText } from './moments';
import { waitsForAPerson } from './waits-for-a-person';

/** Finds Applications that wait until somebody promotes a release of another one. */
export const pausedReleaseHoldsApplications = defineRule({
  id: 'sync/paused-release-holds-applications',
  severity: 'warning',
  kinds: ['argoproj.io/Application'],
  since: '0.1.0',
  implements: ['E43'],
  title: 'no Application waits for a release of another one that a person promotes',
  rationale:
    'With a health check for Applications an Application is suspended while a Rollout of its own is, and a wave of a root does not end before it is '
    + 'healthy. Whatever the root brings in later waves waits until somebody promotes the release, which has nothing to do with it.',
  bad: example('pause: {}'),
  good: example('pause: {duration: 5m}'),
  check(entry, context) {
    const siblings = context.manifests.of(entry.unit);
    const moment = firstMoment(entry.manifest);
    if (!moment || !areOrdered(siblings) || argoCdConfig(context.manifests)?.[APPLICATION_HEALTH_KEY] === undefined) return;
    const waiting = deliveredObjects(entry, context.manifests).find((object) => `${object.id.group}/${object.id.kind}` === ROLLOUT && waitsForAPerson(object));
    if (!waiting) return;
    const later = APPLICATIONS.after(siblings, moment);
    if (later.count === 0) return;
    context.report(pointer('/metadata/annotations', WAVE_ANNOTATION),
      `while ${describe(waiting.id)} waits for its promotion, this Application holds back ${laterText(later)}`, {
        received: momentText(entry.manifest, moment),
        fix: 'put the Application into the last wave, give the pause a duration, or acknowledge the wait',
      });
  },
});

const APPLICATIONS = new LaterObjects(({ id, manifest }) => (id.kind === 'Application' ? firstMoment(manifest) : undefined), ({ id }) => describe(id));

function example(pause: string): string {
  const config = `apiVersion: v1
kind: ConfigMap
metadata:
  name: argocd-cm
  namespace: argocd
  labels:
    app.kubernetes.io/part-of: argocd
data:
  ${APPLICATION_HEALTH_KEY}: |
    hs = { status = "Progressing", message = "" }
    if obj.status ~= nil and obj.status.health ~= nil then
      hs.status = obj.status.health.status
    end
    return hs
`;
  return joinDocuments(
    exampleSource('path: shop', { name: 'shop' }),
    exampleSource('path: reports', { name: 'reports', annotations: "argocd.argoproj.io/sync-wave: '1'" }),
    exampleCanary(`steps:\n  - setWeight: 25\n  - ${pause}`),
    config,
  );
}
