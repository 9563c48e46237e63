import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { ofArgoCd } from '../scopes';
import { exampleConfig } from './config-maps';
import { customizationsMap } from './customization';

/** The fields of an entry, and what they are. */
const FIELDS: Readonly<Record<string, 'a text' | 'true or false' | 'a list'>> = {
  'actions': 'a text',
  'health.lua': 'a text',
  'health.lua.useOpenLibs': 'true or false',
  'ignoreDifferences': 'a text',
  'ignoreResourceUpdates': 'a text',
  'knownTypeFields': 'a list',
};

/** What people write who know the keys of their own, `resource.customizations.<type>.<kind>`. */
const MEANT: Readonly<Record<string, string>> = { health: 'health.lua', healthLua: 'health.lua', useOpenLibs: 'health.lua.useOpenLibs' };

const example = (field: string): string => exampleConfig(`
resource.customizations: |
  example.com/Cache:
    ${field}: return { status = "Healthy" }`);

/** Finds entries of the single key `resource.customizations` that Argo CD does not find or read. */
export const customizationsMapFields = defineRule({
  id: 'argo-cd-settings/customizations-map',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-189', 'CD-191'],
  title: 'entries of resource.customizations have the keys and fields that Argo CD reads',
  rationale: 'In this map group and kind have a slash between them, and a health check is health.lua: other names than in the keys '
    + 'resource.customizations.<type>.<group>_<kind>. Names that Argo CD does not know are passed over; a field of another type, and it refuses every customization.',
  bad: example('health'),
  good: example('health.lua'),
  check(entry, context) {
    for (const { key, override, pointer } of customizationsMap(entry)) {
      if (/^[^/_]*_[^/_]+$/.test(key)) {
        context.report(pointer, `${key} is never found, as group and kind have a slash between them here`, {
          received: key, fix: `write ${key.replace('_', '/').replace(/^(core|v1|\.)?\//, '')}`,
        });
      }
      for (const [field, value] of Object.entries(override)) {
        const known = Object.keys(FIELDS).find((name) => name.toLowerCase() === field.toLowerCase());
        if (known === undefined) {
          const meant = (Object.hasOwn(MEANT, field) ? MEANT[field] : undefined) ?? nearest(field, Object.keys(FIELDS));
          context.report(pointer, `Argo CD passes over the field ${field} of ${key}`, {
            received: field, expected: Object.keys(FIELDS).join(', '), fix: meant ? `did you mean ${meant}?` : 'take it out',
          });
        } else if (value !== null && value !== undefined && typeName(value) !== FIELDS[known]) {
          context.report(pointer, `Argo CD refuses all customizations, as ${known} of ${key} is ${typeName(value)}`, {
            received: JSON.stringify(value), expected: FIELDS[known]!, fix: FIELDS[known] === 'a text' ? `put a | behind ${known}, so that what follows is a text` : 'write it so',
          });
        }
      }
    }
  },
});

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return { string: 'a text', boolean: 'true or false', object: 'a map' }[typeof value as string] ?? 'a number';
}
