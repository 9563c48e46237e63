import { loadAll } from 'js-yaml';
import { isJsonObject, type JsonValue } from '../../../src/manifests/json';
import type { Manifest } from '../../../src/manifests/manifest';
import { type ManifestEntry, ManifestSet } from '../../../src/manifests/manifest-set';
import { referencesOf } from '../../../src/manifests/references';
import type { Unit } from '../../../src/manifests/unit';
import { forgetReadings } from '../../../src/validation/readings';
import type { Rule } from '../../../src/validation/rule';
import { DEFAULT_TARGETS } from '../../../src/validation/targets';

/** Where the copies of an example stand: all in one unit, or each in a unit and on a cluster of its own. */
export type Spread = 'one unit' | 'many units';

/** The folders that Applications of examples deliver: each copy has its own, as an Application of all copies is nobody's. */
const FOLDER = /^(dist\/|apps\/)?(shop|web|overlays\/production)$/;

/** How often a rule looks at an object or a unit while it checks so many copies of its example. */
export function looksAt(rule: Rule, yaml: string, copies: number, spread: Spread): number {
  const counter = { looks: 0 };
  const manifests = repeated(rule, yaml, copies, spread, counter);
  const concerned = manifests.entries.filter((entry) => rule.kinds.some((kind) => kind === '*' || kind === kindOf(entry)) && (rule.scope?.(entry) ?? true));
  forgetReadings();
  counter.looks = 0;
  for (const entry of concerned) rule.check(entry, { manifests, targets: DEFAULT_TARGETS, report: () => undefined });
  forgetReadings();
  return counter.looks;
}

interface Counter {
  looks: number;
}

function repeated(rule: Rule, yaml: string, copies: number, spread: Spread, counter: Counter): ManifestSet {
  const manifests = new ManifestSet();
  for (const cluster of rule.exampleClusters ?? []) manifests.addCluster(cluster);
  for (const repository of rule.exampleRepositories ?? []) manifests.addRepository(repository);
  const documents = loadAll(yaml).filter(isJsonObject);
  // A cluster has its own Argo CD, whose ConfigMaps have their names.
  const names = documents.flatMap(({ metadata }) => (isJsonObject(metadata) && typeof metadata.name === 'string' ? metadata.name : []))
    .filter((name) => spread === 'one unit' || !name.startsWith('arg'));
  const shop: Unit = { id: 'shop', namespace: 'shop', destination: { cluster: 'in-cluster' } };
  for (let copy = 0; copy < copies; copy++) {
    const own: Unit = { id: `shop-${copy}`, namespace: `shop-${copy}`, destination: { cluster: `cluster-${copy}` } };
    const unit = spread === 'one unit' ? shop : counted(own, ['id'], counter);
    for (const document of documents) {
      counted(manifests.add(unit, renamed(document, names, copy) as unknown as Manifest, {}), ['id', 'manifest'], counter);
    }
  }
  if (rule.id.startsWith('references/')) return manifests;
  for (const entry of manifests.entries) {
    for (const reference of referencesOf(entry)) {
      if (!manifests.find(entry.unit, reference)) manifests.addExternal(entry.unit, reference);
    }
  }
  return manifests;
}

function kindOf({ id }: ManifestEntry): string {
  return id.group ? `${id.group}/${id.kind}` : id.kind;
}

/** Counts each look at these properties. */
function counted<T extends object>(subject: T, properties: ReadonlyArray<keyof T>, counter: Counter): T {
  for (const property of properties) {
    const value = subject[property];
    Object.defineProperty(subject, property, { enumerable: true, get: () => (counter.looks += 1, value) });
  }
  return subject;
}

/** A copy that names its own objects, by their names and by hosts that begin with them. */
function renamed(value: JsonValue | undefined, names: readonly string[], copy: number): JsonValue | undefined {
  if (typeof value === 'string') {
    if (FOLDER.test(value) || names.includes(value)) return `${value}-${copy}`;
    return names.some((name) => value.startsWith(`${name}.`)) ? value.replace('.', `-${copy}.`) : value;
  }
  if (Array.isArray(value)) return value.map((item: JsonValue) => renamed(item, names, copy)!);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, renamed(field, names, copy)]));
}
