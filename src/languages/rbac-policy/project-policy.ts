import { csvField } from './csv-record';
import { RbacPolicy } from './policy';

/** What of an AppProject says who may do what. Anything may stand where nothing is required: the schema has its say elsewhere. */
export interface ProjectRoles {
  readonly metadata: { readonly name?: string };
  readonly spec?: unknown;
}

/**
 * The lines that Argo CD makes of the roles of a project: each role may see its project, what the role lists, and its groups.
 *
 * @see ProjectPoliciesString of pkg/apis/application/v1alpha1/app_project_types.go in argoproj/argo-cd
 */
export function projectPolicy({ metadata: { name = '' }, spec }: ProjectRoles): RbacPolicy {
  const text = listIn(spec, 'roles').flatMap((role) => {
    const { name: roleName } = role as { readonly name?: unknown };
    const subject = `proj:${name}:${String(roleName)}`;
    return [
      `p, ${subject}, projects, get, ${name}, allow`,
      ...listIn(role, 'policies').filter((line) => typeof line === 'string'),
      ...listIn(role, 'groups').filter((group) => typeof group === 'string').map((group) => `g, ${csvField(group)}, ${subject}`),
    ];
  });
  return RbacPolicy.of({ source: `the project ${name}`, text: text.join('\n') });
}

function listIn(value: unknown, key: string): readonly unknown[] {
  const list = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  return Array.isArray(list) ? list : [];
}
