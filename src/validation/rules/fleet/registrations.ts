import { isJsonObject } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import type { Pointer } from '../../../manifests/pointer';
import { readSetOnce } from '../../../manifests/read-once';
import { Place } from '../../../manifests/references/place';
import type { UnitDestination } from '../../../manifests/unit';

/** The label by which Argo CD finds what registers clusters and repositories. */
export const SECRET_TYPE = 'argocd.argoproj.io/secret-type';

/** What makes Secrets. */
export const SECRET_KINDS = ['Secret', 'bitnami.com/SealedSecret', 'external-secrets.io/ExternalSecret'];

/** A key of a Secret. */
export interface RegistrationField {
  /** Its value, where it can be read: it is neither encrypted nor in a store. */
  readonly text?: string;
  readonly pointer: Pointer;
}

/** A Secret that Argo CD reads, or what makes one. */
export interface Registration {
  readonly entry: ManifestEntry;
  /** Labels of the Secret, and where they are written. */
  readonly labels: Place;
  readonly fields: ReadonlyMap<string, RegistrationField>;
  /** Whether it may have more keys than can be seen. */
  readonly isOpen: boolean;
}

const known = new WeakMap<ManifestEntry, Registration>();

/** The Secret that an object is, or makes. */
export function registrationOf(entry: ManifestEntry): Registration {
  let registration = known.get(entry);
  if (!registration) {
    registration = read(entry);
    known.set(entry, registration);
  }
  return registration;
}

/** The Secret, if Argo CD takes it for one of these sorts. */
export function registrationOfType(entry: ManifestEntry, ...types: readonly string[]): Registration | undefined {
  const registration = registrationOf(entry);
  return types.includes(registration.labels.at(SECRET_TYPE).text) ? registration : undefined;
}

/** The value of a key, `''` where it is missing or cannot be read. */
export function fieldText({ fields }: Registration, key: string): string {
  return fields.get(key)?.text ?? '';
}

/** A text, and where it is written. */
export interface WrittenText {
  readonly text: string;
  readonly pointer: Pointer;
  /** Whether it stands there as it is, and not encoded or behind a mark. */
  readonly isPlain: boolean;
}

/** The values of these keys that are there and can be read. */
export function writtenTexts({ entry, fields }: Registration, ...keys: readonly string[]): readonly WrittenText[] {
  return keys.flatMap((key) => {
    const { text = '', pointer = '' } = fields.get(key) ?? {};
    return text === '' ? [] : [{ text, pointer, isPlain: entry.id.kind !== 'Secret' || pointer.startsWith('/stringData') }];
  });
}

/** Every Secret of the set that carries the label. */
export const registrationsIn = readSetOnce(({ entries }): readonly Registration[] =>
  entries.filter(isMaker).map(registrationOf).filter(({ labels }) => labels.at(SECRET_TYPE).exists));

/** Whether two objects certainly go to one namespace of one cluster, and so to one Argo CD. */
export function isTogether(one: ManifestEntry, other: ManifestEntry): boolean {
  const [a, b]: readonly UnitDestination[] = [one.unit.destination, other.unit.destination];
  return one.id.namespace === other.id.namespace && (one.unit.id === other.unit.id || (a!.cluster !== '' && a!.cluster === b!.cluster));
}

function isMaker({ id }: ManifestEntry): boolean {
  return SECRET_KINDS.includes(id.group === '' ? id.kind : `${id.group}/${id.kind}`);
}

function read(entry: ManifestEntry): Registration {
  const root = Place.root(entry.manifest);
  const labels = root.at('metadata', 'labels');
  if (entry.id.kind === 'Secret') {
    const encoded = root.at('data').fields.map(([key, at]) => [key, { text: decoded(at.text), pointer: at.pointer }] as const);
    return { entry, labels, fields: new Map([...encoded, ...texts(root.at('stringData'))]), isOpen: false };
  }
  const spec = root.at('spec');
  if (entry.id.kind === 'SealedSecret') {
    const template = spec.at('template');
    const sealed = spec.at('encryptedData').fields.map(([key, at]) => [key, { pointer: at.pointer }] as const);
    return { entry, labels: template.at('metadata', 'labels'), fields: new Map([...sealed, ...texts(template.at('data'))]), isOpen: spec.at('data').exists };
  }
  const template = spec.at('target', 'template');
  const isFilled = template.at('data').fields.length > 0;
  const fetched = isFilled && template.at('mergePolicy').text !== 'Merge' ? [] : spec.at('data').items;
  return {
    entry,
    // Without a template the Secret gets the labels of the ExternalSecret.
    labels: isJsonObject(template.value) ? template.at('metadata', 'labels') : labels,
    fields: new Map([...fetched.map((item) => [item.at('secretKey').text, { pointer: item.pointer }] as const), ...texts(template.at('data'))]),
    isOpen: template.at('templateFrom').exists || (fetched.length > 0 || !isFilled ? spec.at('dataFrom').exists : false),
  };
}

function texts(place: Place): ReadonlyArray<readonly [string, RegistrationField]> {
  return place.fields.map(([key, at]) => [key, { text: at.text.includes('{{') ? undefined : at.text, pointer: at.pointer }]);
}

function decoded(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}
