import { EntryIndex } from '../../../manifests/entry-index';
import { isJsonObject } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { pointer, type Pointer, valueAt } from '../../../manifests/pointer';
import { referencesOf } from '../../../manifests/references';
import { defineRule } from '../../rule';
import { exampleBlueGreen, exampleServices, joinDocuments } from './example-rollout';
import { isSet, textField } from './fields';
import { ROLLOUT } from './rollout-strategy';

const HASH = 'rollouts-pod-template-hash';

/** Where labels of pods stand: in the selector of a Service, and in a Rollout. */
const PLACES: Readonly<Record<string, readonly Pointer[]>> = {
  Service: ['/spec/selector'],
  Rollout: ['/spec/selector/matchLabels', '/spec/template/metadata/labels'],
};

/** Finds pod hashes that only the controller can know. */
export const hashByHand = defineRule({
  id: 'rollouts/hash-by-hand',
  severity: 'error',
  kinds: [ROLLOUT, 'Service'],
  since: '0.1.0',
  implements: [],
  title: 'the hash of pods is left to the controller',
  rationale: `The controller adds ${HASH} to the pods, and to the selectors of the Services that a Rollout names, with a new value for `
    + 'each version. A value in Git is of a former version: each sync leads the Service to pods that are gone, until the controller has '
    + 'corrected it.',
  bad: joinDocuments(exampleBlueGreen('activeService: web'), exampleServices('web').replace('app: web', `app: web\n    ${HASH}: 6c54bd5869`)),
  good: joinDocuments(exampleBlueGreen('activeService: web'), exampleServices('web')),
  check(entry, context) {
    for (const path of PLACES[entry.id.kind] ?? []) {
      const labels = valueAt(entry.manifest, path);
      if (!isJsonObject(labels) || !isSet(labels, HASH) || isPingOrPong(entry, context.manifests)) continue;
      context.report(pointer(path, HASH), `${HASH} is ${textField(labels, HASH)}, which is the hash of one version`, {
        received: textField(labels, HASH), expected: 'no such label', fix: `remove ${HASH}: the controller writes it`,
      });
    }
  },
});

/** Services of ping-pong may start with a hash of nobody, so that the first update does not reach both versions. */
function isPingOrPong({ unit, id }: ManifestEntry, manifests: ManifestSet): boolean {
  return id.kind === 'Service' && PING_PONG.find(manifests.of(unit), `${id.namespace}/${id.name}`).length > 0;
}

const PING_PONG = new EntryIndex((entry) => (entry.id.kind === 'Rollout' ? referencesOf(entry) : [])
  .filter(({ role }) => /^p[io]ng service$/.test(role)).map(({ name, namespace }) => `${namespace}/${name}`));
