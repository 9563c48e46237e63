import type { ApplicationSetSpecGeneratorMatrixGenerator } from '../../../imports/types/argo-cd/application-set';
import { InputError } from '../../manifests/input-error';
import { isJsonObject } from '../../manifests/json';
import type { ApplicationSetGenerator } from '../application-set-generator';
import { selectorToKube } from '../label-selector';
import { selectorProblem } from '../selector-problem';

/** A generator inside of another one. Argo CD reads two levels of them, and no templates there. */
export function nestedToKube(generator: ApplicationSetGenerator, inside: 'matrix' | 'merge'): ApplicationSetSpecGeneratorMatrixGenerator {
  if (generator.template) {
    throw new InputError(`a generator inside of a ${inside} has a template of its own, which Argo CD does not look at. give it to the ${inside}`);
  }
  const problem = selectorProblem(generator);
  if (problem !== undefined) throw new InputError(problem);
  const wire = generator._toKube();
  for (const child of [...(wire.matrix?.generators ?? []), ...(wire.merge?.generators ?? [])]) {
    if (child.matrix !== undefined || child.merge !== undefined) {
      throw new InputError(`a generator of the ${inside} holds one that holds a matrix or a merge itself, and Argo CD reads two levels only. ` +
        'take one level out');
    }
  }
  return { ...wire, selector: selectorToKube(generator.selector) };
}

/** Whether a generator provides `values`. */
export function hasValues(generator: ApplicationSetGenerator): boolean {
  return generator._examples().some(({ values }) => isJsonObject(values) && Object.keys(values).length > 0);
}
