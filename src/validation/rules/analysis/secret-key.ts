import { pointer } from '../../../manifests/pointer';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { madeKeys, makersOf } from '../references/made-data';
import { joinDocuments } from '../rollouts/example-rollout';
import { objectField, objectsField, textField } from '../rollouts/fields';
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
      const makers = makersOf('Secret', entry.id.namespace, name, entry, context.manifests).map((maker) => ({ maker, keys: madeKeys(maker) }));
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
