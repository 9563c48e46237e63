import { matchesGlob } from '../globs';
import { type PermissionLine } from './policy-line';
import { ACTION_PATHS, OBJECT_FORMS, RBAC_RESOURCES, rbacResource } from './vocabulary';

/** Why a field of a line fits no request that Argo CD ever makes. Patterns are globs. */
export interface InertField {
  readonly received: string;
  readonly expected: string;
  readonly why: string;
  /** Names that may have been meant. */
  readonly candidates?: readonly string[];
}

/** A resource that there is not. */
export function inertResource({ resource }: PermissionLine): InertField | undefined {
  if (resourcesOf(resource).length > 0) return undefined;
  const names = Object.keys(RBAC_RESOURCES);
  return { received: resource, expected: names.join(', '), why: `there is no resource ${JSON.stringify(resource)}`, candidates: names };
}

/** An action that cannot be done with the resource. */
export function inertAction({ resource, action }: PermissionLine): InertField | undefined {
  const resources = resourcesOf(resource);
  if (resources.length === 0 || resources.some((name) => canBeDone(action, name))) return undefined;
  const path = resources.includes('applications') ? ACTION_PATHS[action.split('/', 1)[0]!] : undefined;
  if (path) {
    const verb = action.split('/', 1)[0]!;
    const expected = `${verb}/*, or ${[verb, ...path.map((part) => `<${part}>`)].join('/')}`;
    const parts = action.split('/').length;
    const why = `${JSON.stringify(action)} has ${parts === 1 ? 'one part' : `${parts} parts`}, and what is done with an object of an Application ${path.length + 1}`;
    return { received: action, expected, why };
  }
  const names = [...new Set(resources.flatMap((name) => rbacResource(name)?.actions ?? []))];
  return { received: action, expected: names.join(', '), why: `${JSON.stringify(action)} cannot be done with ${resource}`, candidates: names };
}

/** An object of another form than those of the resource. */
export function inertObject({ resource, object }: PermissionLine): InertField | undefined {
  const resources = resourcesOf(resource);
  if (resources.length === 0 || resources.some((name) => canBeMeant(object, rbacResource(name)!.object))) return undefined;
  const { object: form } = rbacResource(resources[0]!)!;
  return { received: object, expected: OBJECT_FORMS[form], why: `no object of ${resource} is called like ${JSON.stringify(object)}` };
}

/** The resources that a pattern fits. */
export function resourcesOf(pattern: string): string[] {
  return Object.keys(RBAC_RESOURCES).filter((name) => matchesGlob(pattern, name));
}

function canBeDone(action: string, resource: string): boolean {
  if (rbacResource(resource)!.actions.some((name) => matchesGlob(action, name))) return true;
  if (resource !== 'applications') return false;
  // What a path can be is not a list. A pattern may stand for it where it has no more slashes, and no fewer unless something fills them.
  return Object.entries(ACTION_PATHS).some(([verb, parts]) => {
    const slashes = action.split('/').length - 1;
    if (slashes > parts.length || (slashes < parts.length && !/[*{]/.test(action))) return false;
    const head = action.split('/', 1)[0]!;
    return isPattern(head) || (head === verb && slashes > 0);
  });
}

function canBeMeant(object: string, form: (typeof RBAC_RESOURCES)[keyof typeof RBAC_RESOURCES]['object']): boolean {
  switch (form) {
    case 'nothing': return matchesGlob(object, '');
    case 'name': return object !== '' && !object.includes('/');
    case 'application': return hasSlash(object);
    case 'location': return hasSlash(object) || object.includes('@');
  }
}

function hasSlash(object: string): boolean {
  return object.includes('/') || /[*?[{]/.test(object);
}

/** Whether a text says more than itself. */
export function isPattern(text: string): boolean {
  return /[*?[{\\]/.test(text);
}
