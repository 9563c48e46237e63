import { fill, isTemplated, names } from './fill';
import { flattened, type KnownSet } from './known-set';

/** The Applications of one generator. */
export interface NamedSets {
  readonly sets: readonly KnownSet[];
  /** What they are named, with parameters. */
  readonly name: string;
}

/**
 * Why the Applications could not all be there by their names, if so. Argo CD leaves out every Application whose name comes twice
 * (applicationset/controllers/applicationset_controller.go in argoproj/argo-cd).
 */
export function nameProblem(generators: readonly NamedSets[]): string | undefined {
  const literal = new Map<string, KnownSet>();
  for (const { sets, name } of generators) {
    const own = new Map<string, KnownSet>();
    for (const set of sets) {
      const made = fill(name, set.parameters);
      const crowd = set.open.find(({ toldApartBy }) => !names(made, toldApartBy));
      if (crowd) {
        return `the Applications of several ${crowd.many} would all be named ${JSON.stringify(made)}. ` +
          `put the ${crowd.one} into the name: \`${beginning(made)}\${p.${crowd.toldApartBy[0]}}\``;
      }
      const namesake = own.get(made) ?? literal.get(made);
      if (namesake) return twice(made, namesake, set);
      own.set(made, set);
    }
    for (const [made, set] of own) if (!isTemplated(made)) literal.set(made, set);
  }
  return undefined;
}

function beginning(name: string): string {
  const text = name.replace(/\{\{.*$/, '').replace(/-$/, '');
  return text === '' ? '' : `${text}-`;
}

function twice(name: string, first: KnownSet, second: KnownSet): string {
  const [a, b] = [flattened(first.parameters), flattened(second.parameters)];
  const differing = Object.keys(a).filter((key) => b[key] !== undefined && a[key] !== b[key]);
  const what = `two Applications would be named ${JSON.stringify(name)}, and Argo CD would leave out both`;
  return differing.length > 0
    ? `${what}. put a parameter that differs into the name: ${differing.slice(0, 3).map((key) => `p.${key}`).join(' or ')}`
    : `${what}. no parameter tells them apart: take one of them out, or give them a parameter of their own`;
}
