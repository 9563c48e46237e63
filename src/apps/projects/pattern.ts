import { globProblem, pathPatternProblem } from '../../languages/globs';
import { InputError } from '../../manifests/input-error';

/** The glob, once it is sure that Argo CD can read it and that it denies nothing. `what` begins the message. */
export function checkedGlob(glob: string, what: string): string {
  if (glob.startsWith('!')) {
    throw new InputError(`${what} is ${JSON.stringify(glob)}. in Argo CD it denies ${JSON.stringify(glob.slice(1))} and allows everything else. ` +
      'list what is allowed');
  }
  const problem = globProblem(glob);
  if (problem) throw new InputError(`${what} is ${JSON.stringify(glob)}, which has ${problem}. write a glob such as shop-*`);
  return glob;
}

/** The pattern of a group, kind or name, once it is sure that Argo CD can read it. */
export function checkedPathPattern(pattern: string, what: string): string {
  const problem = pathPatternProblem(pattern);
  if (problem) throw new InputError(`${what} is ${JSON.stringify(pattern)}, which has ${problem}. write a name, or a pattern such as Network*`);
  return pattern;
}
