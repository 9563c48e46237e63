import { readYaml } from '../../../languages/yaml-text';
import { ofKind } from '../../../manifests/entry-index';
import { isJsonObject, type JsonValue } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { pointer, type Pointer } from '../../../manifests/pointer';
import { readSetOnce } from '../../../manifests/read-once';
import { Place } from '../../../manifests/references/place';
import { itemsOf, textOf } from './notifications-map';

/** Who can subscribe to notifications of Argo CD. */
export const SUBSCRIBING_KINDS: readonly string[] = ['argoproj.io/Application', 'argoproj.io/ApplicationSet', 'argoproj.io/AppProject'];

const PREFIX = 'notifications.argoproj.io/';
const FORMER = 'recipients.argocd-notifications.argoproj.io';

/** One annotation of an Application, of the Applications of a set, or of a project. */
export interface SubscriberAnnotation {
  readonly key: string;
  readonly value: string;
  readonly pointer: Pointer;
}

/** Somebody who is told about something. */
export interface Subscriber {
  readonly pointer: Pointer;
  /** The key of the annotation; absent where a list says it. */
  readonly key?: string;
  /** `''` where the default triggers are meant. */
  readonly trigger: string;
  readonly service: string;
}

/** The annotations about notifications. What a template fills in is not known, and left out. */
export function subscriberAnnotations(entry: ManifestEntry): SubscriberAnnotation[] {
  const place = annotationsOf(entry);
  return Object.entries(place.object)
    .filter((one): one is [string, string] => typeof one[1] === 'string' && !`${one[0]}${one[1]}`.includes('{{'))
    .filter(([key]) => key.startsWith(PREFIX) || key.endsWith(FORMER))
    .map(([key, value]) => ({ key, value, pointer: pointer(place.pointer, key) }));
}

/** Whether the annotation is a list of subscriptions in YAML. */
export function isList({ key }: SubscriberAnnotation): boolean {
  return key.startsWith(`${PREFIX}subscriptions`);
}

/** Those who are told, as pkg/subscriptions/annotations.go of argoproj/notifications-engine reads them. */
export function subscribersOf(entry: ManifestEntry): Subscriber[] {
  return subscriberAnnotations(entry).flatMap((annotation): Subscriber[] => {
    const { key, pointer: at } = annotation;
    if (isList(annotation)) {
      const list = readYaml(annotation.value).value as JsonValue | undefined;
      return itemsOf(list).filter(isJsonObject).flatMap(({ trigger, destinations }) => {
        const services = itemsOf(destinations).filter(isJsonObject).map(({ service }) => textOf(service));
        const triggers = itemsOf(trigger).map(textOf);
        const names = triggers.length > 0 ? triggers : [''];
        return services.flatMap((service) => names.map((name) => ({ pointer: at, trigger: name, service })));
      });
    }
    if (!key.startsWith(`${PREFIX}subscribe.`)) return [];
    const [first = '', second] = key.slice(`${PREFIX}subscribe.`.length).split('.');
    return [{ pointer: at, key, trigger: second === undefined ? '' : first, service: second ?? first }];
  });
}

/** Whether any Application, set or project has an annotation about notifications. */
export const isAnybodySubscribed = readSetOnce(({ entries }): boolean =>
  SUBSCRIBING_KINDS.some((kind) => ofKind(entries, kind).some(mentions)));

function mentions(entry: ManifestEntry): boolean {
  const patch = entry.id.kind === 'ApplicationSet' ? Place.root(entry.manifest).at('spec', 'templatePatch').text : '';
  return patch.includes(PREFIX) || Object.keys(annotationsOf(entry).object).some((key) => key.startsWith(`${PREFIX}subscri`) || key.endsWith(FORMER));
}

// Those of the Applications, where a set makes them.
function annotationsOf({ manifest, id }: ManifestEntry): Place {
  const root = Place.root(manifest);
  return id.kind === 'ApplicationSet' ? root.at('spec', 'template', 'metadata', 'annotations') : root.at('metadata', 'annotations');
}

/** An Application with these annotations, for the examples of rules. */
export function subscribedApplication(annotations: string): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: argocd
  annotations:
${annotations.trim().split('\n').map((line) => `    ${line}`).join('\n')}
spec:
  project: shop
  source:
    repoURL: https://git.example.com/org/manifests.git
    targetRevision: main
    path: web
  destination:
    name: in-cluster
    namespace: shop
`;
}
