import type { ApplicationSetGenerator } from './application-set-generator';
import { flattened } from './known-set';

/** Why the selector of a generator would not do what it says, if so: by a key that no parameter has, `NotIn` takes everything. */
export function selectorProblem(generator: ApplicationSetGenerator): string | undefined {
  const { matchLabels = {}, matchExpressions = [] } = generator.selector ?? {};
  const known = new Set(generator._examples().flatMap((example) => Object.keys(flattened(example))));
  const unknown = [...Object.keys(matchLabels), ...matchExpressions.map(({ key }) => key)].find((key) => !known.has(key));
  return unknown && `the selector of a generator names the parameter ${JSON.stringify(unknown)}, which the generator does not provide. ` +
    `it provides: ${[...known].sort().join(', ')}`;
}
