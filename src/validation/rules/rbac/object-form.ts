import { inertObject } from '../../../languages/rbac-policy/inert-line';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac } from './rbac-config-map';
import { reportInert } from './report-inert';

/** Finds objects that are called otherwise. */
export const objectForm = defineRule({
  id: 'rbac/object-form',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-226'],
  title: 'the object of a policy is called as Argo CD calls it',
  rationale:
    'Applications, their sets, logs and terminals are <project>/<name>; clusters and repositories are URLs, and <project>/<URL> where they belong '
    + 'to a project; projects and accounts are names. Certificates and keys have no names, so only * fits them. Any other form fits nothing.',
  bad: exampleRbac('p, dave, applications, get, web, allow'),
  good: exampleRbac('p, dave, applications, get, shop/web, allow'),
  check: (entry, context) => reportInert(entry, context, inertObject),
});
