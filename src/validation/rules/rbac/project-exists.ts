import { isPattern, resourcesOf } from '../../../languages/rbac-policy/inert-line';
import type { PermissionLine } from '../../../languages/rbac-policy/policy-line';
import { rbacResource } from '../../../languages/rbac-policy/vocabulary';
import { ofKind } from '../../../manifests/entry-index';
import { readSetOnce } from '../../../manifests/read-once';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { joinDocuments } from '../rollouts/example-rollout';
import { ofArgoCd } from '../scopes';
import { exampleRbac, keyPointer, rbacConfigMap } from './rbac-config-map';

interface Projects {
  /** Of AppProjects. */
  readonly declared: ReadonlySet<string>;
  /** That Applications say they belong to. */
  readonly used: ReadonlySet<string>;
}

/** Finds policies about projects that there are not. */
export const projectExists = defineRule({
  id: 'rbac/project-exists',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-226', 'E49'],
  title: 'policies are about projects that there are',
  rationale:
    'What stands before the slash is the project of an Application, not its namespace, folder or environment. Looked at where the manifests '
    + 'have AppProjects, or Applications none of which is in a project of the policy.',
  bad: joinDocuments(exampleRbac('p, dave, applications, get, shp/*, allow'), project()),
  good: joinDocuments(exampleRbac('p, dave, applications, get, shop/*, allow'), project()),
  check(entry, context) {
    const rbac = rbacConfigMap(entry);
    const lines = (rbac?.own.permissions ?? []).flatMap((line) => {
      const name = projectOf(line);
      return name === undefined || name === 'default' ? [] : [{ line, name }];
    });
    if (lines.length === 0 || rbac?.settings.mode !== 'glob') return;
    const { declared, used } = projectsOf(context.manifests);
    const known = (name: string): boolean => declared.has(name) || used.has(name)
      || context.manifests.isExternal(entry.unit, { group: 'argoproj.io', kind: 'AppProject', namespace: entry.id.namespace, name });
    // Projects may be made elsewhere; but where no line is about an Application that is here, the names are something else.
    if (declared.size === 0 && (used.size === 0 || lines.some(({ name }) => known(name)))) return;
    const said = new Set<string>();
    for (const { line: { source, number, object }, name } of lines) {
      if (known(name) || said.has(name)) continue;
      said.add(name);
      const names = [...declared, ...used].sort();
      const near = nearest(name, names);
      context.report(keyPointer(source), `line ${number} is about Applications of the project ${name}, and there is none here`, {
        received: object,
        expected: [...new Set(names)].join(', '),
        fix: near ? `did you mean ${near}?` : 'name the project of the Applications, or declare the AppProject',
      });
    }
  },
});

function projectOf({ resource, object }: PermissionLine): string | undefined {
  const [first, ...rest] = object.split('/');
  const apps = resourcesOf(resource).some((name) => rbacResource(name)?.object === 'application');
  return apps && rest.length > 0 && !isPattern(first!) && first !== '' ? first : undefined;
}

const projectsOf = readSetOnce(({ entries }): Projects => {
  const text = (kind: string, ...path: readonly string[]): string[] => ofKind(entries, `argoproj.io/${kind}`)
    .map(({ manifest }) => Place.root(manifest).at('spec', ...path).text).filter((name) => name !== '' && !name.includes('{{'));
  const declared = new Set(ofKind(entries, 'argoproj.io/AppProject').map(({ id }) => id.name));
  return { declared, used: new Set([...text('Application', 'project'), ...text('ApplicationSet', 'template', 'spec', 'project')]) };
});

function project(): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: shop
  namespace: argocd
spec:
  sourceRepos:
    - https://git.example.com/org/shop.git
  destinations:
    - server: https://kubernetes.default.svc
      namespace: shop
`;
}
