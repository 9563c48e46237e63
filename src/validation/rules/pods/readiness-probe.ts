import { defineRule } from '../../rule';
import { isSet, textField } from '../rollouts/fields';
import { exampleDeployment } from './example-deployment';
import { containersOfPods, podsOf } from './pods-of';

/** Finds pods of Deployments and StatefulSets that are ready as soon as they start. */
export const readinessProbe = defineRule({
  id: 'pods/readiness-probe',
  severity: 'warning',
  strict: true,
  kinds: ['apps/Deployment', 'apps/StatefulSet'],
  since: '0.1.0',
  implements: ['P14', 'P45'],
  title: 'pods say when they can be asked',
  rationale: 'A rolling update goes on when the new pods are ready, which without a probe they are at once: it replaces every pod by one that may never '
    + 'answer, and requests go to pods that are still starting. Rollouts are looked at by `rollouts/probes`.',
  bad: exampleDeployment({ container: 'imagePullPolicy: IfNotPresent' }),
  good: exampleDeployment({ container: 'readinessProbe: { httpGet: { path: /healthz, port: 8080 } }' }),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      const running = containersOfPods(pods).filter((at) => !at.init);
      const [first] = running;
      if (!first || running.some(({ container }) => isSet(container, 'readinessProbe'))) continue;
      context.report(first.pointer, `no container of the pods (${running.map(({ container }) => textField(container, 'name')).join(', ')}) has a readiness probe, so they are ready as soon as they start`, {
        expected: 'readinessProbe', fix: 'add a readinessProbe that asks the application, such as httpGet on a health path',
      });
    }
  },
});
