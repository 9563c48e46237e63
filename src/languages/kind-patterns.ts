/** Why a pattern of groups or kinds fits nothing, and what to write instead. */
export interface KindProblem {
  /** What is wrong, as a sentence of its own. */
  readonly message: string;
  readonly fix: string;
}

/** The groups of Kubernetes without a dot. Those of custom resources need one, or the API server refuses them. */
const WITHOUT_DOT = ['apps', 'autoscaling', 'batch', 'extensions', 'policy'];

/** Groups as they are called in a hurry. */
const MEANT: Readonly<Record<string, string>> = {
  admissionregistration: 'admissionregistration.k8s.io',
  apiextensions: 'apiextensions.k8s.io',
  argo: 'argoproj.io',
  argoproj: 'argoproj.io',
  certificates: 'certificates.k8s.io',
  coordination: 'coordination.k8s.io',
  discovery: 'discovery.k8s.io',
  events: 'events.k8s.io',
  gateway: 'gateway.networking.k8s.io',
  istio: 'networking.istio.io',
  networking: 'networking.k8s.io',
  rbac: 'rbac.authorization.k8s.io',
  scheduling: 'scheduling.k8s.io',
  storage: 'storage.k8s.io',
};

/**
 * Why no object has a group like this. Patterns and parameters of templates are passed over, as anybody may be meant.
 *
 * @param core what to write for the core group
 */
export function groupProblem(group: string, core = 'leave the group out'): KindProblem | undefined {
  if (group === '' || isOpen(group)) return undefined;
  const said = JSON.stringify(group);
  const [name = '', ...version] = group.split('/');
  if (version.length > 0) {
    const wanted = name === '*' || groupProblem(name) === undefined ? `write ${name}` : core;
    return { message: `${said} is an apiVersion, and a group has no version`, fix: wanted };
  }
  if (group.includes('*')) return undefined;
  if (group === 'core' || /^v\d+((alpha|beta)\d+)?$/.test(group)) {
    return { message: `there is no group ${said}: the core group, of Services and ConfigMaps, has an empty name`, fix: core };
  }
  if (/[A-Z]/.test(group)) return { message: `there is no group ${said}, as groups are in lower case`, fix: `write ${group.toLowerCase()}` };
  if (group.includes('.') || WITHOUT_DOT.includes(group)) return undefined;
  const meant = Object.hasOwn(MEANT, group) ? MEANT[group] : undefined;
  return { message: `there is no group ${said}`, fix: meant ? `write ${meant}` : 'write the whole group, such as apps or cert-manager.io' };
}

/** Why no object has a kind like this. Patterns and parameters of templates are passed over. */
export function kindProblem(kind: string): KindProblem | undefined {
  if (kind === '' || isOpen(kind)) return undefined;
  const said = JSON.stringify(kind);
  if (kind.includes('/')) return { message: `there is no kind ${said}, as a kind has no slash`, fix: 'write the group and the kind apart' };
  if (!/^[a-z]/.test(kind) || kind.includes('*')) return undefined;
  return { message: `there is no kind ${said}: a kind begins with a capital, and is no name of a list`, fix: 'write the kind as manifests do, such as Deployment' };
}

function isOpen(pattern: string): boolean {
  return /[?[\]{}\\]/.test(pattern);
}
