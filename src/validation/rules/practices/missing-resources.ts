import type { ManifestEntry } from '../../../manifests/manifest-set';
import { pointer } from '../../../manifests/pointer';
import type { RuleContext } from '../../rule';
import { containersOfPods, podsOf } from '../pods/pods-of';
import { isSet, objectField, textField } from '../rollouts/fields';

/** Reports each container that requests no CPU or memory, or limits no memory. */
export function reportMissingResources(entry: ManifestEntry, context: RuleContext): void {
  // The resources of the pod as a whole stand in for those of its containers.
  for (const at of podsOf(entry).filter(({ spec }) => !isSet(spec, 'resources')).flatMap(containersOfPods)) {
    if (at.init) continue;
    const [requests, limits] = ['requests', 'limits'].map((key) => objectField(objectField(at.container, 'resources'), key));
    // What is limited and not requested is requested as much as it is limited.
    const missing = [
      ...['cpu', 'memory'].filter((name) => !isSet(requests, name) && !isSet(limits, name)).map((name) => `a request for ${name}`),
      ...(isSet(limits, 'memory') ? [] : ['a limit for memory']),
    ];
    if (missing.length === 0) continue;
    context.report(isSet(at.container, 'resources') ? pointer(at.pointer, 'resources') : at.pointer, `container ${textField(at.container, 'name')} has no ${
      missing.map((one) => one.replace(/^a /, '')).join(', no ')}`, {
      expected: missing.join(', '), fix: 'measure what the container uses and write it into its resources',
    });
  }
}
