import { GATEWAY_API_PLUGIN, ROUTE_KINDS } from '../../../manifests/references/gateway-api-plugin';
import type { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleRouted } from '../traffic/example-routers';
import { pluginConfig } from './split-routes';

type FieldType = 'flag' | 'list of routes' | 'object' | 'text';

/** What the plugin reads. */
const FIELDS: ReadonlyMap<string, FieldType> = new Map<string, FieldType>([
  ...Object.keys(ROUTE_KINDS).flatMap((field) => [
    [field, 'text'], [`${field}s`, 'list of routes'], [`${field}Selector`, 'object'],
  ] as Array<[string, FieldType]>),
  ['namespace', 'text'], ['disableInProgressLabel', 'flag'], ['inProgressLabelKey', 'text'], ['inProgressLabelValue', 'text'],
]);

const ROUTE_FIELDS: ReadonlyMap<string, FieldType> = new Map<string, FieldType>([['name', 'text'], ['useHeaderRoutes', 'flag']]);

function configExample(field: string): string {
  return exampleRouted(`plugins:\n  argoproj-labs/gatewayAPI:\n    ${field}: web`);
}

/** Finds settings of the plugin for the Gateway API that it does not know, or cannot read. */
export const gatewayPluginConfig = defineRule({
  id: 'gateway-api/plugin-config',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.plugins,
  since: '0.1.0',
  implements: ['GA-01'],
  title: 'the plugin for the Gateway API is told its routes in its own words',
  rationale: 'The schema of a Rollout leaves the settings of a plugin open. The plugin passes over fields that it does not know, fails on '
    + 'values of another type, and without any route sets no weight: each reconciliation fails, and the update stands still.',
  bad: configExample('httpRouteName'),
  good: configExample('httpRoute'),
  check(entry, context) {
    const config = pluginConfig(entry);
    if (!config.exists) return;
    if (!isObject(config)) {
      context.report(config.pointer, `the settings of ${GATEWAY_API_PLUGIN} are no object`, {
        received: typeof config.value, expected: 'an object with httpRoute or httpRoutes', fix: 'write httpRoute: and the name of the route',
      });
      return;
    }
    const strangers = checkFields(context, config, FIELDS, '');
    for (const field of Object.keys(ROUTE_KINDS)) {
      config.at(`${field}s`).items.forEach((item, index) => {
        if (!isObject(item)) return;
        const at = `${field}s[${index}].`;
        if (checkFields(context, item, ROUTE_FIELDS, at) > 0 || item.at('name').value !== undefined && item.at('name').text !== '') return;
        context.report(item.pointer, `${at}name is not set, so the plugin looks for a route without a name`, {
          received: 'no name', expected: 'the name of a route', fix: 'write the name of the route',
        });
      });
    }
    const hasRoutes = Object.keys(ROUTE_KINDS).some((field) =>
      config.at(field).text !== '' || config.at(`${field}s`).items.length > 0 || config.at(`${field}Selector`).exists);
    // A misspelt field is the reason, and said already.
    if (hasRoutes || strangers > 0) return;
    context.report(config.pointer, `${GATEWAY_API_PLUGIN} is told no route, so there is nothing to split`, {
      received: Object.keys(config.object).join(', ') || 'no settings', expected: 'httpRoute, grpcRoute, tcpRoute or tlsRoute', fix: 'name the route in httpRoute',
    });
  },
});

/** How many fields are none of the plugin's, or of the wrong type. Like the plugin it does not look at capitals. */
function checkFields(context: RuleContext, owner: Place, known: ReadonlyMap<string, FieldType>, at: string): number {
  let count = 0;
  for (const [key, place] of owner.fields) {
    const name = [...known.keys()].find((field) => field.toLowerCase() === key.toLowerCase());
    const type = name === undefined ? undefined : known.get(name);
    if (type !== undefined && (!place.exists || hasType(place, type))) continue;
    count++;
    if (type === undefined) {
      const meant = nearest(key, known.keys());
      context.report(place.pointer, `${GATEWAY_API_PLUGIN} has no setting ${at}${key}`, {
        received: key, expected: [...known.keys()].join(', '), fix: meant === undefined ? 'remove it' : `did you mean ${meant}?`,
      });
    } else {
      context.report(place.pointer, `${at}${key} is no ${type}, and the plugin fails to read it`, {
        received: Array.isArray(place.value) ? 'a list' : typeof place.value, expected: type, fix: `write a ${type}`,
      });
    }
  }
  return count;
}

function hasType(place: Place, type: FieldType): boolean {
  if (type === 'text') return typeof place.value === 'string';
  if (type === 'flag') return typeof place.value === 'boolean';
  if (type === 'object') return isObject(place);
  return Array.isArray(place.value) && place.items.every(isObject);
}

function isObject(place: Place): boolean {
  return typeof place.value === 'object' && place.value !== null && !Array.isArray(place.value);
}
