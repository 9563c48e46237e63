import type { ManifestEntry } from '../../../manifests/manifest-set';
import { pointer } from '../../../manifests/pointer';
import { madeAt } from '../../made-at';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { joinDocuments } from '../rollouts/example-rollout';
import { isSet, objectField, objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { exampleTemplate } from './example-analysis';
import { ANALYSIS_RUN } from './template-metrics';

const SECRET = `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: metrics
spec:
  secretStoreRef:
    name: vault
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: shop/metrics
`;

/** A template with an argument that is read from this key. */
function keyExample(key: string): string {
  const args = `    - name: token\n      valueFrom:\n        secretKeyRef:\n          name: metrics\n          key: ${key}`;
  return joinDocuments(exampleTemplate({ args }), SECRET);
}

/** The keys of a Secret, or of what will become one. Undefined where more may be added than is written there. */
function keysOf({ id, manifest }: ManifestEntry): string[] | undefined {
  const spec = specOf(manifest);
  switch (id.kind) {
    case 'SealedSecret':
      return [...Object.keys(objectField(spec, 'encryptedData') ?? {}), ...Object.keys(objectField(objectField(spec, 'template'), 'data') ?? {})];
    case 'ExternalSecret': {
      const target = objectField(spec, 'target');
      if (isSet(spec, 'dataFrom') || isSet(target, 'template') || (isSet(target, 'name') && textField(target, 'name') !== id.name)) return undefined;
      return objectsField(spec, 'data').map(([, item]) => textField(item, 'secretKey'));
    }
    default:
      // Controllers fill Secrets of other types, such as the tokens of service accounts, and those that are written empty.
      if (![undefined, 'Opaque'].includes(manifest.type as string | undefined)) return undefined;
      return [...Object.keys(objectField(manifest, 'data') ?? {}), ...Object.keys(objectField(manifest, 'stringData') ?? {})];
  }
}

/** What makes the Secret, and in which groups it is looked for. */
const MAKERS: ReadonlyArray<readonly [group: string, kind: string]> = [
  ['', 'Secret'], ['bitnami.com', 'SealedSecret'], ['external-secrets.io', 'ExternalSecret'],
];

function makersOf(entry: ManifestEntry, name: string, context: RuleContext): ManifestEntry[] {
  return MAKERS.flatMap(([group, kind]) => context.manifests.find(entry.unit, { group, kind, namespace: entry.id.namespace, name }) ?? []);
}

/** Finds arguments that are read from a key which the Secret does not have. */
export const secretKey = defineRule({
  id: 'analysis/secret-key',
  severity: 'error',
  kinds: ['argoproj.io/AnalysisTemplate', ANALYSIS_RUN],
  since: '0.1.0',
  implements: ['AR-125'],
  title: 'the Secret of an argument has the key that is read',
  rationale: 'The controller reads the Secret when a metric is measured. Without the key the run ends in Error, in the middle of a release, '
    + 'which is aborted. Secrets that are made elsewhere are not looked at.',
  bad: keyExample('tokn'),
  good: keyExample('token'),
  check(entry, context) {
    for (const [index, arg] of objectsField(specOf(entry.manifest), 'args')) {
      const ref = objectField(objectField(arg, 'valueFrom'), 'secretKeyRef');
      if (!ref) continue;
      const [name, key] = [textField(ref, 'name'), textField(ref, 'key')];
      const makers = makersOf(entry, name, context).map((maker) => ({ maker, keys: keysOf(maker) }));
      const keys = makers.flatMap((made) => made.keys ?? []);
      if (keys.length === 0 || keys.includes(key) || makers.some((made) => made.keys === undefined)) continue;
      const { maker } = makers[0]!;
      const near = nearest(key, keys);
      context.report(pointer('/spec/args', index, 'valueFrom', 'secretKeyRef', 'key'), `${maker.id.kind} ${name}${madeAt(maker, entry)} has no key ${key}`, {
        received: key, expected: [...keys].sort().join(', '), fix: near ? `write ${near}` : 'write one of its keys, or add the key to the Secret',
      });
    }
  },
});
