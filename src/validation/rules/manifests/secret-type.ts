import { isJsonObject, type JsonObject } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { certainlyMeant, corrected } from '../../certain-edit';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { isSet, objectField, textField } from '../rollouts/fields';

/** The types of Kubernetes, with the keys that the API server asks for. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'bootstrap.kubernetes.io/token': [],
  'kubernetes.io/basic-auth': [],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/service-account-token': [],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  Opaque: [],
};
const TYPES = Object.keys(KEYS);
const ACCOUNT = 'kubernetes.io/service-account.name';

/** Finds Secrets of a type that there is not, or without what their type needs. */
export const secretOfType = defineRule({
  id: 'manifests/secret-type',
  severity: 'error',
  kinds: ['Secret'],
  since: '0.1.0',
  implements: [],
  title: 'a Secret has a type that there is, and the keys of that type',
  rationale: 'The API server refuses a Secret without the keys of its type, and the sync fails. Any word is a type, so that with a misspelt one nothing is checked and '
    + 'nobody who looks for the type sees the Secret. The type cannot be changed later.',
  bad: example('kubernetes.io/service-account-tokens'),
  good: example('kubernetes.io/service-account-token'),
  check({ manifest }, context) {
    const type = textField(manifest, 'type');
    if (type === '' || type.includes('{{')) return;
    const needed = Object.hasOwn(KEYS, type) ? KEYS[type] : undefined;
    if (needed === undefined) reportType(context, type);
    const has = new Set(['data', 'stringData'].flatMap((field) => Object.keys(objectField(manifest, field) ?? {})));
    for (const key of needed ?? []) {
      if (has.has(key)) continue;
      context.report('', `a Secret of type ${type} has no ${key}`, {
        received: [...has].sort().join(', ') || 'no keys', expected: (needed ?? []).join(' and '), fix: `add ${key}, or leave the type out`,
      });
    }
    if (type === 'kubernetes.io/dockerconfigjson') reportRegistries(context, manifest);
    if (type === 'kubernetes.io/basic-auth' && !has.has('username') && !has.has('password')) {
      context.report('', `a Secret of type ${type} has no username and no password`, { expected: 'one of them', fix: 'add them, or leave the type out' });
    }
    if (type === 'kubernetes.io/service-account-token' && !isSet(manifest.metadata.annotations, ACCOUNT)) {
      context.report('/metadata', `a Secret of type ${type} does not say whose token it is`, { expected: `the annotation ${ACCOUNT}`, fix: 'write it' });
    }
  },
});

function reportType(context: RuleContext, type: string): void {
  const near = certainlyMeant(type, TYPES) ?? (/^(?:[\w.]*\.)?kubernetes\.io\//.test(type) ? nearest(type, TYPES) : undefined);
  if (near === undefined) return;
  context.report('/type', `there is no type ${type} of Secrets`, {
    received: type, expected: TYPES.join(', '), fix: `did you mean ${near}?`, ...corrected('/type', certainlyMeant(type, TYPES)),
  });
}

/** What is encrypted is no JSON either. */
function reportRegistries(context: RuleContext, manifest: JsonObject): void {
  const text = textField(objectField(manifest, 'stringData'), '.dockerconfigjson');
  if (text === '' || text.startsWith('ENC[') || text.includes('{{') || isSet(manifest, 'sops')) return;
  let problem = 'no list of registries';
  try {
    const read: unknown = JSON.parse(text);
    if (isJsonObject(read)) return;
  } catch {
    problem = 'no JSON';
  }
  context.report(pointer('/stringData', '.dockerconfigjson'), `.dockerconfigjson is ${problem}`, { expected: '{"auths": {...}}', fix: 'write what docker login writes' });
}

function example(type: string): string {
  return `apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\n  annotations:\n    ${ACCOUNT}: web\ntype: ${type}\n`;
}
