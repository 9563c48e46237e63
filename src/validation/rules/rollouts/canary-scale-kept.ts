import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { type CanaryStateAt, canaryStates, replicasOf, routedPods, takesTime } from './canary-pods';
import { exampleIstioCanary, exampleIstioCompanions, joinDocuments } from './example-rollout';
import { maxWeightOf, ROLLOUT, trafficRoutingOf } from './rollout-strategy';

/** One pod that serves 75 percent of four pods' traffic, unless these steps come before. */
function keptExample(before: string): string {
  return joinDocuments(exampleIstioCanary(`
steps:
  - setCanaryScale:
      replicas: 1
  - setWeight: 25
  - pause:
      duration: 10m
${before}
  - setWeight: 75
  - pause:
      duration: 10m
`), exampleIstioCompanions());
}

/** Finds fixed scales that weights outgrow. */
export const canaryScaleKept = defineRule({
  id: 'rollouts/canary-scale-kept',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a fixed canary scale is undone before the weight outgrows it',
  rationale: 'setCanaryScale with replicas or a weight holds until another setCanaryScale. A later setWeight moves the traffic and leaves '
    + 'the pods as they are, so few of them get the requests of many. This speaks from less than half of the pods that the weight asks for.',
  bad: keptExample(''),
  good: keptExample('  - setCanaryScale:\n      matchTrafficWeight: true'),
  check(entry, context) {
    const { manifest } = entry;
    const replicas = replicasOf(entry, context.manifests);
    const told = new Set<string>();
    const states = canaryStates(manifest);
    for (const at of states) {
      const { scale, weight } = at;
      if (!scale || told.has(scale.setBy.pointer) || !lasts(at, states)) continue;
      const [pods, wanted] = [routedPods(at, manifest, replicas), routedPods({ weight, scale: undefined }, manifest, replicas)];
      if (pods >= wanted / 2) continue;
      told.add(scale.setBy.pointer);
      const said = scale.replicas === undefined ? `weight: ${scale.weight}` : `replicas: ${scale.replicas}`;
      context.report(
        pointer(scale.setBy.pointer, 'setCanaryScale'),
        `${said} still holds at steps[${at.index}]: ${share(weight, maxWeightOf(trafficRoutingOf(manifest)))} of the traffic goes to ${counted(pods)}, and the weight asks for ${wanted}`,
        {
          received: counted(pods),
          expected: `${wanted} pods, or half of them`,
          fix: `add a step setCanaryScale with matchTrafficWeight: true before the weight ${weight}`,
        },
      );
    }
  },
});

/** A scale that the next step undoes is not worth a word. */
function lasts({ step, index }: CanaryStateAt, states: readonly CanaryStateAt[]): boolean {
  return index === states.at(-1)?.index || takesTime(step);
}

function share(weight: number, max: number): string {
  return `${Math.round(weight * 1000 / max) / 10}%`;
}

function counted(pods: number): string {
  return pods === 1 ? '1 pod' : `${pods} pods`;
}
