import { readYaml } from '../../../languages/yaml-text';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac, keyPointer, rbacConfigMap } from './rbac-config-map';

const LINES = 'p, dave, applications, get, shop/*, allow';

/** Finds scopes that are no list. */
export const scopes = defineRule({
  id: 'rbac/scopes',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-216'],
  title: 'scopes is a YAML list of texts',
  rationale: 'Argo CD reads the text of the key as a list. With anything else it refuses the whole ConfigMap: the API server does not start, or keeps what it had.',
  bad: exampleRbac(LINES, "policy.default: ''\nscopes: groups"),
  good: exampleRbac(LINES, "policy.default: ''\nscopes: '[groups, email]'"),
  check(entry, context) {
    const text = rbacConfigMap(entry)?.data.scopes;
    if (text === undefined || text === '') return;
    const { value, problem } = readYaml(text);
    if (problem === undefined && (value === null || (Array.isArray(value) && value.every((one) => typeof one === 'string')))) return;
    context.report(keyPointer('scopes'), problem === undefined ? 'scopes is no list of texts' : `scopes is no YAML: ${problem}`, {
      received: text.trim(),
      expected: "a list, such as '[groups]'",
      fix: /^[\w:-]+$/.test(text.trim()) ? `write '[${text.trim()}]'` : "write '[groups]', with the names of the claims",
    });
  },
});
