import { isJsonObject, type JsonObject } from '../../manifests/json';
import { groupOf } from '../../manifests/manifest';
import { shown } from './describe-value';
import type { ProblemDetails, ProblemList } from './schema-problem';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const QUALIFIED = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
/** Names of RBAC objects only have to be a segment of a URL path. */
const RBAC = 'rbac.authorization.k8s.io';

/** Checks what the API server asks of the metadata of every object: a name, and the spelling of names, labels and annotations. */
export function checkIdentity(object: JsonObject, list: ProblemList): void {
  const { metadata } = object;
  if (!isJsonObject(metadata)) return;
  const { name, generateName, namespace } = metadata;
  if (isMissing(name) && isMissing(generateName)) {
    list.add('required', { message: 'no name', expected: 'metadata.name', fix: 'add a name' }, 'metadata', 'name');
  }
  if (typeof name === 'string' && name !== '' && !isName(name, object)) {
    list.add('format', {
      message: 'not a name that the API server takes', received: shown(name),
      expected: 'at most 253 lower case letters, digits, "-" and ".", beginning and ending with a letter or digit',
    }, 'metadata', 'name');
  }
  if (typeof namespace === 'string' && namespace !== '' && !(LABEL.test(namespace) && namespace.length <= 63)) {
    list.add('format', {
      message: 'not a name of a namespace', received: shown(namespace),
      expected: 'at most 63 lower case letters, digits and "-", beginning and ending with a letter or digit',
    }, 'metadata', 'namespace');
  }
}

/** Checks the spelling of labels and annotations of an object or a template. */
export function checkLabels(metadata: JsonObject, list: ProblemList): void {
  const { labels, annotations } = metadata;
  if (isJsonObject(labels)) {
    for (const key in labels) {
      const problem = problemOfKey(key, 'label') ?? problemOfLabelValue(labels[key]);
      if (problem) list.add('format', problem, 'labels', key);
    }
  }
  if (isJsonObject(annotations)) {
    for (const key in annotations) {
      const problem = problemOfKey(key.toLowerCase(), 'annotation');
      if (problem) list.add('format', problem, 'annotations', key);
    }
  }
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function isName(name: string, object: JsonObject): boolean {
  if (typeof object.apiVersion === 'string' && groupOf(object.apiVersion) === RBAC) return name !== '.' && name !== '..' && !/[/%]/.test(name);
  return name.length <= 253 && SUBDOMAIN.test(name);
}

function problemOfKey(key: string, what: string): ProblemDetails | undefined {
  const slash = key.indexOf('/');
  const prefix = slash < 0 ? undefined : key.slice(0, slash);
  const name = key.slice(slash + 1);
  const isValid = QUALIFIED.test(name) && name.length <= 63 && (prefix === undefined || (prefix.length <= 253 && SUBDOMAIN.test(prefix)));
  return isValid ? undefined : {
    message: `not a key of ${what === 'label' ? 'a label' : 'an annotation'}`, received: shown(key),
    expected: 'an optional DNS name and "/", then at most 63 letters, digits, "-", "_" and "."',
  };
}

function problemOfLabelValue(value: unknown): ProblemDetails | undefined {
  if (typeof value !== 'string' || value === '' || (value.length <= 63 && QUALIFIED.test(value))) return undefined;
  return {
    message: 'not a value of a label', received: shown(value),
    expected: 'at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit',
  };
}
