import { jqProblem } from '../../../languages/jq/problem';
import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleConfig } from './config-maps';
import { customizationsIn, goBoolean } from './customization';

/** Finds customizations whose value Argo CD cannot read. */
export const customizationValues = defineRule({
  id: 'argo-cd-settings/customization-values',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-191', 'CD-192'],
  title: 'customizations of kinds have the form that Argo CD reads',
  rationale: 'One customization that cannot be read, and Argo CD refuses them all: every Application shows an error. A type of '
    + 'knownTypeFields that it does not know is passed over with a line in its log.',
  bad: exampleConfig('resource.customizations.ignoreDifferences.apps_Deployment: "- /spec/replicas"'),
  good: exampleConfig('resource.customizations.ignoreDifferences.apps_Deployment: "jsonPointers: [/spec/replicas]"'),
  check(entry, context) {
    for (const { type, value, pointer } of customizationsIn(entry)) {
      const problem = CHECKS[type]?.(value);
      if (problem) context.report(pointer, `Argo CD cannot read ${type}`, { received: problem[0], expected: problem[1], fix: 'write it so' });
    }
  },
});

type Problem = readonly [received: string, expected: string];

const CHECKS: Readonly<Record<string, ((value: string) => Problem | undefined) | undefined>> = {
  useOpenLibs: (value) => (goBoolean(value) === undefined ? [JSON.stringify(value), 'true or false'] : undefined),
  ignoreDifferences: ignoredFields,
  ignoreResourceUpdates: ignoredFields,
  knownTypeFields: knownTypes,
  actions: (value) => mapOf(value, 'a map with discovery.lua and definitions'),
};

const LISTS = ['jsonPointers', 'jqPathExpressions', 'managedFieldsManagers'];

function ignoredFields(text: string): Problem | undefined {
  const wanted = `lists of texts under ${LISTS.join(', ')}`;
  const problem = mapOf(text, wanted);
  if (problem) return problem;
  const { value } = readYaml(text);
  if (!isJsonObject(value)) return undefined;
  const odd = Object.entries(value).find(([key, list]) => !LISTS.includes(key) || !isTexts(list));
  return odd ? [`${odd[0]}: ${JSON.stringify(odd[1])}`, wanted] : brokenPath(value);
}

// The paths of argocd-cm are compiled for every Application, and the first that does not compile fails the comparison of all of them.
function brokenPath({ jqPathExpressions: paths, jsonPointers: pointers }: JsonObject): Problem | undefined {
  for (const path of textsIn(paths)) {
    const problem = jqProblem(path);
    if (problem) return [`${path}: ${problem.message}`, 'a jq path that compiles, such as .spec.replicas or .webhooks[]?.clientConfig.caBundle'];
  }
  const pointer = textsIn(pointers).find((one) => !one.startsWith('/'));
  return pointer === undefined ? undefined : [pointer, 'a JSON pointer, which begins with a slash: /spec/replicas'];
}

function textsIn(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function knownTypes(text: string): Problem | undefined {
  const wanted = 'a list of field and type, such as spec.resources and core/v1/ResourceRequirements';
  const { value, problem } = readYaml(text);
  if (problem !== undefined) return [problem, wanted];
  if (value === null || value === undefined) return undefined;
  if (!Array.isArray(value)) return [typeof value, wanted];
  const odd = value.find((one: unknown) => !isJsonObject(one) || typeof one.field !== 'string' || !isKnownType(one.type)) as unknown;
  return odd === undefined ? undefined : [JSON.stringify(odd), wanted];
}

// The list is generated from the types of k8s.io/api/core/v1: util/argo/normalizers/corev1_known_types.go in argoproj/argo-cd.
function isKnownType(type: unknown): boolean {
  return typeof type === 'string' && (/^core\/v1\/[A-Z]\w*$/.test(type) || type === 'core/Quantity' || type === 'meta/v1/Duration');
}

function mapOf(text: string, wanted: string): Problem | undefined {
  const { value, problem } = readYaml(text);
  if (problem !== undefined) return [problem, wanted];
  return value === null || value === undefined || isJsonObject(value) ? undefined : [Array.isArray(value) ? 'a list' : JSON.stringify(value), wanted];
}

function isTexts(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
}
