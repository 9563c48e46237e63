import { BUILT_IN_POLICY } from './builtin-policy';
import { type Asker, decide, type RbacDecision, type RbacRequest } from './decide';
import { policyTexts, RbacPolicy } from './policy';
import { type ProjectRoles, projectPolicy } from './project-policy';
import { rbacResource } from './vocabulary';

/** The texts of a ConfigMap, by their keys. */
export type ConfigMapData = Readonly<Record<string, string>>;

/** The policy that the ConfigMap makes, that of Argo CD before it. */
export function policyOf(data: ConfigMapData): RbacPolicy {
  return BUILT_IN_POLICY.and(RbacPolicy.of(...policyTexts(data)));
}

/** The settings beside the policy, as Argo CD reads them. */
export function settingsOf(data: ConfigMapData): Pick<Asker, 'defaultRole' | 'mode'> {
  return { defaultRole: data['policy.default'] || undefined, mode: data['policy.matchMode'] === 'regex' ? 'regex' : 'glob' };
}

/**
 * What Argo CD decides by `argocd-rbac-cm` and the roles of its projects. A policy with a line that cannot be read denies everything:
 * the API server does not start with it, and after a change answers each request with an error.
 */
export function decideByConfigMap(
  data: ConfigMapData, who: Pick<Asker, 'user' | 'groups'>, request: RbacRequest, projects: readonly ProjectRoles[] = [],
): RbacDecision {
  const policy = policyOf(data);
  const [unreadable] = policy.unreadable;
  if (unreadable) {
    return { allowed: false, reason: `the policy cannot be read, as of ${unreadable.source}, line ${unreadable.number}: ${unreadable.problem}` };
  }
  const project = projects.find(({ metadata }) => metadata.name === projectOf(request));
  const own = project && projectPolicy(project);
  // A project whose lines cannot be read has none.
  const whole = own && own.unreadable.length === 0 ? policy.and(own) : policy;
  return decide(whole, { ...who, ...settingsOf(data) }, request);
}

/** The project that a request is about, whose roles count for it. */
function projectOf({ resource, object }: RbacRequest): string | undefined {
  if (resource === 'projects') return object;
  const form = rbacResource(resource)?.object;
  return (form === 'application' || (form === 'location' && resource !== 'write-repositories')) && object.includes('/') ? object.split('/', 1)[0] : undefined;
}
