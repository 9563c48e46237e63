import { inertAction } from '../../../languages/rbac-policy/inert-line';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac } from './rbac-config-map';
import { reportInert } from './report-inert';

/** Finds actions that nobody can do. */
export const knownAction = defineRule({
  id: 'rbac/known-action',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-223', 'CD-225'],
  title: 'a policy is about an action of its resource',
  rationale:
    'Argo CD asks about a few actions of each resource. Those on objects of an Application carry a path with all of its parts: '
    + 'action/<group>/<kind>/<action>, update/<group>/<kind>/<namespace>/<name>. A line about anything else is never looked at.',
  bad: exampleRbac('p, dave, applications, action, shop/*, allow'),
  good: exampleRbac('p, dave, applications, action/argoproj.io/Rollout/*, shop/*, allow'),
  check: (entry, context) => reportInert(entry, context, inertAction),
});
