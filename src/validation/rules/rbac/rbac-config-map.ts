import { policyOf, settingsOf } from '../../../languages/rbac-policy/config-map';
import type { Asker } from '../../../languages/rbac-policy/decide';
import { policyTexts, RbacPolicy } from '../../../languages/rbac-policy/policy';
import { isJsonObject } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { pointer, type Pointer } from '../../../manifests/pointer';

/** The ConfigMap with the policy of Argo CD. */
export const RBAC_CONFIG_MAP = 'argocd-rbac-cm';

/** What an `argocd-rbac-cm` says. */
export interface RbacConfigMap {
  /** Its texts by their keys. */
  readonly data: Readonly<Record<string, string>>;
  /** Its own lines. */
  readonly own: RbacPolicy;
  /** Its lines behind those of Argo CD. */
  readonly whole: RbacPolicy;
  readonly settings: Pick<Asker, 'defaultRole' | 'mode'>;
}

const read = new WeakMap<Manifest, RbacConfigMap>();

/** What the object says, if it is an `argocd-rbac-cm`. Read once for all rules. */
export function rbacConfigMap({ manifest, id }: ManifestEntry): RbacConfigMap | undefined {
  if (id.name !== RBAC_CONFIG_MAP) return undefined;
  let known = read.get(manifest);
  if (!known) {
    const texts = Object.entries(isJsonObject(manifest.data) ? manifest.data : {}).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text] as const] : []));
    const data = Object.fromEntries(texts);
    known = { data, own: RbacPolicy.of(...policyTexts(data)), whole: policyOf(data), settings: settingsOf(data) };
    read.set(manifest, known);
  }
  return known;
}

/** The key that a line stands in. */
export function keyPointer(key: string): Pointer {
  return pointer('/data', key);
}

/** A ConfigMap with these lines, for the examples of rules. */
export function exampleRbac(lines: string, settings = "policy.default: ''"): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${RBAC_CONFIG_MAP}
  namespace: argocd
  labels:
    app.kubernetes.io/part-of: argocd
data:
  ${settings.trim().split('\n').join('\n  ')}
  policy.csv: |
${lines.trim().split('\n').map((line) => `    ${line}`).join('\n')}
`;
}
