import { inertResource } from '../../../languages/rbac-policy/inert-line';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac } from './rbac-config-map';
import { reportInert } from './report-inert';

/** Finds resources that Argo CD does not ask about. */
export const knownResource = defineRule({
  id: 'rbac/known-resource',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-225'],
  title: 'a policy is about a resource of Argo CD',
  rationale: 'Argo CD reads any word as a resource and asks about twelve of them. A line about another one is never looked at.',
  bad: exampleRbac('p, dave, application, get, shop/*, allow'),
  good: exampleRbac('p, dave, applications, get, shop/*, allow'),
  check: (entry, context) => reportInert(entry, context, inertResource),
});
