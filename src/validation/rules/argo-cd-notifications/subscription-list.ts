import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject, type JsonValue } from '../../../manifests/json';
import { certainlyMeant } from '../../certain-edit';
import { correctedKey, type WrongKey } from '../../certain-key';
import { defineRule } from '../../rule';
import { isList, subscribedApplication, SUBSCRIBING_KINDS, subscriberAnnotations } from './subscribers';

const FIELDS = ['trigger', 'destinations'];

/** Finds lists of subscriptions that are not read as they are written. */
export const subscriptionList = defineRule({
  id: 'argo-cd-notifications/subscription-list',
  severity: 'error',
  kinds: SUBSCRIBING_KINDS,
  since: '0.1.0',
  implements: ['CD-240'],
  title: 'the annotation subscriptions is a list of triggers and destinations in YAML',
  rationale: 'Argo CD reads the annotation as YAML: a list of entries with the lists trigger and destinations, and in these a service and its '
    + 'recipients. What it cannot read it leaves out, with an error in the log, and passes over fields of other names: nobody is told.',
  bad: example('triggers'),
  good: example('trigger'),
  check(entry, context) {
    for (const annotation of subscriberAnnotations(entry)) {
      if (!isList(annotation)) continue;
      const { value, problem } = readYaml(annotation.value);
      const received = problem ?? problemWith(value as JsonValue | undefined);
      if (received === undefined) continue;
      const wrong = unknownFields(value as JsonValue | undefined);
      context.report(annotation.pointer, 'Argo CD cannot read these subscriptions as they are meant, so nobody is told', {
        received, expected: 'a list of {trigger: [...], destinations: [{service: ..., recipients: [...]}]}', fix: 'write a list of these',
        ...correctedKey(annotation.pointer, annotation.value, wrong[0]?.[0] ?? '', wrong),
      });
    }
  },
});

/** The fields of entries that Argo CD passes over. */
function unknownFields(value: JsonValue | undefined): WrongKey[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly JsonValue[]).filter(isJsonObject).flatMap((item) =>
    Object.keys(item).filter(isUnknown).map((key): WrongKey => [key, certainlyMeant(key, FIELDS)]));
}

function isUnknown(key: string): boolean {
  return !FIELDS.includes(key.toLowerCase());
}

function problemWith(value: JsonValue | undefined): string | undefined {
  if (value === undefined || value === null) return 'nothing';
  if (!Array.isArray(value)) return 'no list';
  for (const item of value as readonly JsonValue[]) {
    if (!isJsonObject(item)) return 'an entry that is no map';
    const unknown = Object.keys(item).find(isUnknown);
    if (unknown !== undefined) return `the field ${unknown}`;
    if (item.trigger !== undefined && item.trigger !== null && !Array.isArray(item.trigger)) return 'a trigger that is no list';
    if (!Array.isArray(item.destinations) || item.destinations.length === 0) return 'an entry without destinations';
    for (const destination of item.destinations as readonly JsonValue[]) {
      if (!isJsonObject(destination) || typeof destination.service !== 'string') return 'a destination without a service';
      if (!Array.isArray(destination.recipients)) return `the service ${destination.service} without a list of recipients`;
    }
  }
  return undefined;
}

function example(trigger: string): string {
  return subscribedApplication(`
notifications.argoproj.io/subscriptions: |
  - ${trigger}: [on-sync-failed]
    destinations:
      - service: slack
        recipients: [shop]`);
}
