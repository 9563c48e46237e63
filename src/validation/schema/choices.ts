import { isJsonObject } from '../../manifests/json';
import { shown } from './describe-value';
import { satisfies } from './satisfies';
import type { Constraints, SchemaNode } from './schema';
import type { ProblemList } from './schema-problem';

/** Checks `oneOf`, `anyOf`, `allOf` and `not`. */
export function checkChoices(value: unknown, limits: Constraints, list: ProblemList): void {
  for (const part of limits.allOf ?? []) {
    if (part.constraints) checkChoices(value, part.constraints, list);
  }
  if (limits.oneOf) checkOneOf(value, limits.oneOf, list);
  if (limits.anyOf && !limits.anyOf.some((branch) => satisfies(value, branch))) {
    const wanted = fieldsNamed(limits.anyOf);
    list.add('anyOf', wanted.length > 0
      ? { message: `none of ${quoted(wanted)} is set`, expected: `at least one of ${quoted(wanted)}`, fix: 'set one of them' }
      : { message: 'fits none of the forms that are possible here', received: shown(value) });
  }
  if (limits.not && satisfies(value, limits.not)) {
    const refused = fieldsNamed([limits.not]);
    const message = refused.length > 0 ? `${quoted(refused)} cannot be set here` : 'has a form that is refused here';
    list.add('not', { message, received: shown(value) });
  }
}

function checkOneOf(value: unknown, branches: readonly SchemaNode[], list: ProblemList): void {
  const fitting = branches.filter((branch) => satisfies(value, branch)).length;
  if (fitting === 1) return;
  const names = fieldsNamed(branches);
  const present = isJsonObject(value) ? names.filter((name) => value[name] !== undefined && value[name] !== null) : [];
  if (present.length > 1) {
    const fix = `keep one and remove the other${present.length > 2 ? 's' : ''}`;
    list.add('oneOf', { message: `${quoted(present)} exclude each other`, expected: `one of ${quoted(names)}`, fix });
  } else if (present.length === 0 && names.length > 0) {
    list.add('oneOf', { message: `none of ${quoted(names)} is set`, expected: `one of ${quoted(names)}`, fix: 'set one of them' });
  } else {
    const message = `fits ${fitting === 0 ? 'none' : `${fitting}`} of the forms that are possible here`;
    list.add('oneOf', { message, expected: 'exactly one', received: shown(value) });
  }
}

/** The fields that the branches ask for or refuse, in their order. */
function fieldsNamed(branches: readonly SchemaNode[]): string[] {
  const names = new Set<string>();
  const visit = (node: SchemaNode): void => {
    node.required.forEach((name) => names.add(name));
    const { oneOf = [], anyOf = [], allOf = [], not } = node.constraints ?? {};
    [...oneOf, ...anyOf, ...allOf, ...(not ? [not] : [])].forEach(visit);
  };
  branches.forEach(visit);
  return [...names];
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
