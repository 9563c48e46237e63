import type { ManifestEntry } from '../../../manifests/manifest-set';
import type { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { slipOf } from '../../slip';
import { type DataKind, madeKeys, madeNames, makersOf } from '../references/made-data';
import { joinDocuments } from '../rollouts/example-rollout';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatorEntries } from './generator-entries';

/** Finds generators that miss their Secret or ConfigMap, or the key in it, by a letter. */
export const configNamed = defineRule({
  id: 'appsets/config-named',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'the Secrets and ConfigMaps of generators are named to the letter, and have the keys',
  rationale:
    'A generator that does not find its token fails, and the set makes and changes no Application any more. These objects are often made elsewhere, '
    + 'so a missing one is only told where one of nearly that name is there.',
  needsCompleteSet: true,
  bad: example('scm-tokne'),
  good: example('scm-token'),
  check(entry, context) {
    for (const { entry: place, types } of generatorEntries(entry)) {
      for (const type of types) {
        if (type === 'matrix' || type === 'merge') continue;
        for (const named of namedIn(place.at(type))) checkNamed(named, entry, context);
      }
    }
  },
});

interface Named {
  readonly kind: DataKind;
  readonly name: Place;
  readonly key?: Place;
}

/** Fields that name a Secret or a ConfigMap by themselves. */
const BY_NAME: ReadonlyMap<string, DataKind> = new Map([['appSecretName', 'Secret'], ['configMapRef', 'ConfigMap']]);

function namedIn(place: Place): readonly Named[] {
  return place.fields.flatMap(([field, at]): readonly Named[] => {
    if (field === 'template' || field === 'values' || field === 'selector') return [];
    const kind = BY_NAME.get(field);
    if (kind) return [{ kind, name: typeof at.value === 'string' ? at : at.at('name') }];
    if (at.at('secretName').text !== '') return [{ kind: 'Secret', name: at.at('secretName'), key: at.at('key') }];
    if (at.at('configMapName').text !== '') return [{ kind: 'ConfigMap', name: at.at('configMapName'), key: at.at('key') }];
    return namedIn(at);
  });
}

function checkNamed({ kind, name, key }: Named, entry: ManifestEntry, context: RuleContext): void {
  const { namespace } = entry.id;
  if (name.text === '' || name.text.includes('{{')) return;
  const { manifests } = context;
  const makers = makersOf(kind, namespace, name.text, entry, manifests);
  if (makers.length === 0) {
    const meant = slipOf(name.text, madeNames(kind, namespace, entry, manifests));
    if (meant === undefined || manifests.isExternal(entry.unit, { group: '', kind, namespace, name: name.text })) return;
    context.report(name.pointer, `there is no ${kind} ${name.text} in namespace ${namespace}, but ${meant} is there`, {
      received: name.text, expected: meant, fix: `did you mean ${meant}? otherwise acknowledge this when somebody else makes ${name.text}`,
    });
    return;
  }
  const keys = makers.length === 1 ? madeKeys(makers[0]!) : undefined;
  if (!key || !keys || key.text === '' || key.text.includes('{{') || keys.includes(key.text)) return;
  const near = nearest(key.text, keys);
  context.report(key.pointer, `the ${kind} ${name.text} has no key ${key.text}, so the generator fails`, {
    received: key.text, expected: keys.join(', '), fix: near ? `did you mean ${near}?` : 'name one of its keys',
  });
}

function example(secret: string): string {
  return joinDocuments(exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - pullRequest:
      gitlab:
        project: shop/web
        tokenRef:
          secretName: ${secret}
          key: token
${exampleTemplate("'web-{{ .number }}'")}`), `apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: scm-token
  namespace: argocd
spec:
  encryptedData:
    token: AgBy3i4OJSWK
  template:
    metadata:
      labels:
        argocd.argoproj.io/secret-type: scm-creds
`);
}
