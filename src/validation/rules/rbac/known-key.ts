import { isPolicyKey } from '../../../languages/rbac-policy/policy';
import { isJsonObject } from '../../../manifests/json';
import { certainlyMeant, renamed } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { ofArgoCd } from '../scopes';
import { exampleRbac, keyPointer, RBAC_CONFIG_MAP } from './rbac-config-map';

const KEYS = ['policy.csv', 'policy.default', 'policy.matchMode', 'scopes'];
const LINES = 'p, dave, applications, get, shop/*, allow';

/** Finds keys that Argo CD does not read. */
export const knownKey = defineRule({
  id: 'rbac/known-key',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-214'],
  title: 'the keys of argocd-rbac-cm are ones that Argo CD reads',
  rationale: 'Argo CD looks for four keys, and for more lines in policy.<anything>.csv, which it puts behind those of policy.csv. It ignores every other key.',
  bad: exampleRbac(LINES, "policy.default: ''\npolicy.matchmode: glob"),
  good: exampleRbac(LINES, "policy.default: ''\npolicy.matchMode: glob"),
  check({ id, manifest: { data } }, context) {
    if (id.name !== RBAC_CONFIG_MAP || !isJsonObject(data)) return;
    for (const key of Object.keys(data)) {
      if (KEYS.includes(key) || isPolicyKey(key)) continue;
      const near = nearest(key, KEYS);
      context.report(keyPointer(key), `Argo CD does not read the key ${key} of ${RBAC_CONFIG_MAP}`, {
        received: key, expected: `${KEYS.join(', ')}, or policy.<anything>.csv`, fix: near ? `did you mean ${near}?` : 'take it out',
        ...renamed(keyPointer(key), certainlyMeant(key, KEYS)),
      });
    }
  },
});
