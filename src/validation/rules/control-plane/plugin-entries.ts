import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { certainlyMeant } from '../../certain-edit';
import { correctedKey, type WrongKey } from '../../certain-key';
import { defineRule } from '../../rule';
import { nearest, spelling } from '../../schema/similar-name';
import { ofArgoRollouts } from '../scopes';
import { PLUGIN_LISTS } from './config-keys';
import { exampleRolloutsMap, ROLLOUTS_CONFIG } from './rollouts-config-maps';

/** The fields of a plugin. @see utils/plugin/types/types.go in argoproj/argo-rollouts */
const FIELDS = ['args', 'disabled', 'headersFrom', 'location', 'name', 'sha256'];

/** What is wrong with a plugin; `key` is a field that is not known. */
interface Problem {
  readonly what: string;
  readonly received: string;
  readonly expected: string;
  readonly fix: string;
  readonly key?: string;
}

/** A configuration with this plugin. */
function pluginExample(location: string): string {
  return exampleRolloutsMap(ROLLOUTS_CONFIG, `stepPlugins: |\n  - name: example/approve\n    location: ${location}`);
}

/** Finds lists of plugins with which the controller does not start. */
export const pluginEntries = defineRule({
  id: 'control-plane/plugin-entries',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoRollouts,
  since: '0.1.0',
  implements: [],
  title: 'lists of plugins can be read, and each has a name and a location',
  rationale: 'The controller reads the lists when it starts, and fetches every plugin. A list that is no YAML, a name that is not '
    + '<owner>/<name>, a location that is neither a URL nor a file, or a wrong checksum: it does not start, and no release moves on.',
  bad: pluginExample('/plugins/approve'),
  good: pluginExample('file:///plugins/approve'),
  check(entry, context) {
    if (entry.id.name !== ROLLOUTS_CONFIG || !isJsonObject(entry.manifest.data)) return;
    for (const list of PLUGIN_LISTS) {
      const text = entry.manifest.data[list];
      if (typeof text !== 'string') continue;
      const at = pointer('/data', list);
      const { value, problem } = readYaml(text);
      if (problem !== undefined) {
        context.report(at, `${list} is no YAML, and the controller does not start`, { received: problem, expected: 'YAML', fix: 'mend the text' });
        continue;
      }
      if (value === null || value === undefined) continue;
      if (!Array.isArray(value)) {
        context.report(at, `${list} is no list, and the controller does not start`, { expected: 'a list of plugins with name and location', fix: 'write a list' });
        continue;
      }
      const problems = (value as readonly JsonValue[]).flatMap((plugin, index) =>
        (isJsonObject(plugin) ? problemsOf(plugin) : [NO_MAP]).map((one) => ({ ...one, label: nameOf(plugin) || `plugin ${index + 1}` })));
      const wrong = problems.flatMap(({ key }): WrongKey[] => (key === undefined ? [] : [[key, certainlyMeant(key, FIELDS)]]));
      for (const { label, what, key, ...details } of problems) {
        context.report(at, `${label} of ${list} ${what}`, { ...details, ...key !== undefined && correctedKey(at, text, key, wrong) });
      }
    }
  },
});

const NO_MAP: Problem = { what: 'is no plugin', received: 'a text', expected: 'name and location', fix: 'write a map with name and location' };

function problemsOf(plugin: JsonObject): Problem[] {
  const unknown = Object.keys(plugin).filter((key) => !FIELDS.includes(key.toLowerCase()) && key.toLowerCase() !== 'headersfrom');
  const problems = unknown.map((key): Problem => {
    const near = nearest(key, FIELDS);
    const fix = near ? `did you mean ${near}?` : 'take it out';
    return { what: `has ${key}, which the controller does not read`, received: key, expected: FIELDS.join(', '), fix, key };
  });
  const name = nameOf(plugin);
  if (!/^[a-z\d-]+\/[\w.-]+$/i.test(name)) {
    problems.push({
      what: 'has no name of the form <owner>/<name>',
      received: name || 'no name',
      expected: 'a name such as argoproj-labs/gatewayAPI',
      fix: 'write owner and name',
    });
  }
  problems.push(...locationProblems(textOf(plugin, 'location')));
  const checksum = textOf(plugin, 'sha256');
  if (checksum !== '' && checksum.length <= 66 && !/^[\da-f]{64}$/.test(checksum)) {
    problems.push({ what: 'has a sha256 that no file has', received: checksum, expected: '64 hexadecimal digits, small letters', fix: 'write what sha256sum prints for the file' });
  }
  return problems;
}

const SCHEMES = ['file', 'http', 'https'];

function locationProblems(location: string): Problem[] {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(location)?.[1] ?? '';
  if (SCHEMES.includes(scheme.toLowerCase())) return [];
  const near = scheme === '' ? undefined : SCHEMES.find((known) => spelling(scheme, known) === 1);
  return [{
    what: location === '' ? 'has no location' : 'has a location that cannot be fetched',
    received: location || 'no location',
    expected: 'a URL of http, https or file',
    fix: near ? `did you mean ${near}?` : `write https://... for a download, or file://... for a file in the controller's image`,
  }];
}

function nameOf(plugin: JsonValue): string {
  return isJsonObject(plugin) ? textOf(plugin, 'name') : '';
}

// The reader does not tell capitals from small letters.
function textOf(plugin: JsonObject, field: string): string {
  const key = Object.keys(plugin).find((one) => one.toLowerCase() === field);
  const value = key === undefined ? undefined : plugin[key];
  return typeof value === 'string' ? value : '';
}
