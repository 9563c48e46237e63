import { goDurationSeconds } from '../../../languages/go-duration';
import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { ofArgoCd } from '../scopes';
import { credentialProblem } from './pull-secret';

const CONFIG_MAP = 'argocd-image-updater-config';
const KEY = 'registries.conf';

type Fits = (value: JsonValue) => boolean;
const isText: Fits = (value) => typeof value === 'string';
// YAML 1.1, as the Image Updater reads it, has more words for these.
const isBoolean: Fits = (value) => typeof value === 'boolean' || (typeof value === 'string' && /^(y|yes|no?|on|off)$/i.test(value));

/** The fields of a registry, and what they hold. */
const FIELDS: Readonly<Record<string, readonly [fits: Fits, what: string]>> = {
  name: [isText, 'a text'],
  api_url: [isText, 'a URL'],
  ping: [isBoolean, 'true or false'],
  credentials: [isText, 'a text'],
  credsexpire: [(value) => typeof value === 'number' || (typeof value === 'string' && goDurationSeconds(value) !== undefined), 'a duration such as 10h'],
  tagsortmode: [(value) => typeof value === 'string' && /^(none|latest-first|latest-last)?$/i.test(value), 'latest-first, latest-last or none'],
  prefix: [isText, 'a text'],
  insecure: [isBoolean, 'true or false'],
  ca_file: [isText, 'a path'],
  ca_data: [isText, 'a certificate'],
  defaultns: [isText, 'a text'],
  limit: [Number.isInteger, 'a whole number'],
  default: [isBoolean, 'true or false'],
};

interface Problem {
  readonly message: string;
  readonly received?: string;
  readonly expected?: string;
  readonly fix: string;
}

/** Finds configurations of registries that the Image Updater refuses. */
export const registries = defineRule({
  id: 'image-updater/registries',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-274', 'CD-275', 'E12'],
  title: 'registries.conf lists registries that can be told apart',
  rationale:
    'The Image Updater reads the list strictly: an unknown field, a missing name or URL, or a second registry without a prefix, and it takes '
    + 'none of them. Images are then looked for without the login and the settings of their registry.',
  bad: config('Company', ''),
  good: config('Company', '\n        prefix: registry.example.com'),
  check({ id, manifest: { data } }, context) {
    if (id.name !== CONFIG_MAP || !isJsonObject(data)) return;
    const text = data[KEY];
    if (typeof text !== 'string') return;
    for (const { message, ...details } of problemsIn(text)) context.report(pointer('/data', KEY), message, details);
  },
});

function problemsIn(text: string): Problem[] {
  const { value, problem } = readYaml(text);
  if (problem !== undefined) return [{ message: `the list of registries is no YAML: ${problem}`, fix: 'mend the text' }];
  if (value === null || value === undefined) return [];
  if (!isJsonObject(value)) return [{ message: 'there is no list of registries', expected: 'registries: with a list', fix: 'write registries: above the list' }];
  const other = Object.keys(value).find((key) => key !== 'registries');
  if (other !== undefined) return [{ message: `${other} is no field here, and the whole list is refused`, expected: 'registries', fix: 'take it out' }];
  if (!Array.isArray(value.registries)) return value.registries ? [{ message: 'registries is no list', fix: 'write a list' }] : [];
  const entries = (value.registries as readonly JsonValue[]).filter(isJsonObject);
  return [...entries.flatMap((entry, i) => problemsOf(entry, i)), ...withoutPrefix(entries)];
}

function problemsOf(registry: JsonObject, index: number): Problem[] {
  const what = typeof registry.name === 'string' && registry.name !== '' ? `the registry ${registry.name}` : `registry ${index + 1} of the list`;
  const missing = ['name', 'api_url'].filter((field) => registry[field] === undefined || registry[field] === '');
  return [
    ...missing.map((field): Problem => ({ message: `${what} has no ${field}`, expected: field, fix: `add ${field}` })),
    ...Object.entries(registry).flatMap(([field, value]): Problem[] => {
      if (!Object.hasOwn(FIELDS, field)) {
        const near = nearest(field, Object.keys(FIELDS));
        return [{
          message: `${what} has the field ${field}, which is not known, and the whole list is refused`,
          received: field, expected: Object.keys(FIELDS).join(', '), fix: near ? `did you mean ${near}?` : 'take it out',
        }];
      }
      const [fits, wanted] = FIELDS[field]!;
      if (value !== null && value !== undefined && !fits(value)) {
        return [{ message: `${field} of ${what} is not ${wanted}`, received: JSON.stringify(value), expected: wanted, fix: `write ${wanted}` }];
      }
      const login = field === 'credentials' && typeof value === 'string' && value !== '' ? credentialProblem(value) : undefined;
      return login === undefined ? [] : [{ message: `the credentials of ${what} are no place of a login: ${login}`, fix: 'write secret:<namespace>/<name>#<key>, pullsecret:<namespace>/<name>, env:<variable> or ext:<path>' }];
    }),
  ];
}

function withoutPrefix(entries: readonly JsonObject[]): Problem[] {
  const nameOf = ({ name }: JsonObject): string => (typeof name === 'string' ? name : 'one without a name');
  const bare = entries.filter(({ prefix }) => prefix === undefined || prefix === '' || prefix === null);
  const defaults = entries.filter((entry) => entry.default === true);
  const [many, why] = bare.length > 1 ? [bare, 'have no prefix'] : defaults.length > 1 ? [defaults, 'are the default'] : [[], ''];
  if (many.length === 0) return [];
  return [{
    message: `${many.map(nameOf).join(' and ')} ${why}, and only one registry can be the default: the whole list is refused`,
    expected: 'a prefix for each registry but one', fix: `add to ${nameOf(many.at(-1)!)} what its images begin with: prefix: registry.example.com`,
  }];
}

function config(name: string, prefix: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${CONFIG_MAP}
  namespace: argocd
data:
  ${KEY}: |
    registries:
      - name: Docker Hub
        api_url: https://registry-1.docker.io
      - name: ${name}
        api_url: https://registry.example.com${prefix}
        credentials: secret:argocd/registry-login#login
`;
}
