import { isJsonObject, type JsonObject } from '../manifests/json';
import type { MadeObject } from '../manifests/made-object';
import { groupOf, type Manifest } from '../manifests/manifest';
import { type Pointer, pointer } from '../manifests/pointer';
import type { InputProblem } from './input-problem';
import { Positions } from './positions';
import { readDocument } from './read-document';
import { isJson, placeIn, type SourceDocument } from './source-document';

/** An object and where it was read. */
export interface LintedObject {
  readonly manifest: Manifest;
  readonly document: SourceDocument;
  /** Where in the document it stands: `''`, or its place in a List. */
  readonly base: Pointer;
  /** What the file says, where kustomizations put more into `manifest`. */
  readonly written?: Manifest;
  /**
   * Where it stands in the document, when `manifest` is a ConfigMap of Argo CD that something makes of what is written there: values of
   * the argo-cd chart, a patch.
   */
  readonly setting?: Pick<MadeObject, 'place' | 'placeOf'>;
}

/** What a document holds. */
export interface DocumentContent {
  readonly objects: readonly LintedObject[];
  readonly problems: readonly InputProblem[];
  /** Whether it is something else, such as the values of a chart. */
  readonly isOther: boolean;
  /** What it says then. Absent where it was not read. */
  readonly value?: unknown;
}

/** The objects of a document; those of a List each by itself, as Argo CD takes them. */
export function objectsIn(document: SourceDocument): DocumentContent {
  if (isForeignJson(document)) return { objects: [], problems: [], isOther: true };
  const { value, problem } = readDocument(document);
  if (problem) return { objects: [], problems: [problem], isOther: false };
  if (value === null || value === undefined) return { objects: [], problems: [], isOther: false };
  const objects: LintedObject[] = [];
  const problems: InputProblem[] = [];
  collect(value, '', document, objects, problems);
  const isOther = objects.length === 0 && problems.length === 0;
  return { objects, problems, isOther, ...(isOther && { value }) };
}

// Settings of editors and compilers may hold comments, and are nobody's manifests.
function isForeignJson({ file, text }: SourceDocument): boolean {
  return isJson(file) && !(text.includes('"apiVersion"') && text.includes('"kind"'));
}

function collect(value: unknown, base: Pointer, document: SourceDocument, objects: LintedObject[], problems: InputProblem[]): void {
  if (!isJsonObject(value)) {
    if (base === '' && Array.isArray(value) && value.some(isObject)) problems.push({ file: document.file.path, ...placeIn(document, 0, 0), message: LIST_AT_TOP });
    return;
  }
  const { apiVersion, kind, metadata } = base === '' && KUSTOMIZATION.test(document.file.path) ? asKustomization(value) : value;
  const problem = (message: string, at: Pointer = base): void => void problems.push({
    file: document.file.path, ...at === '' ? placeIn(document, 0, 0) : new Positions(document).of(at), message,
  });
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    const wrong = typeof apiVersion === 'string' ? 'kind' : typeof kind === 'string' ? 'apiVersion' : undefined;
    if (!isJsonObject(metadata)) return;
    if (wrong === undefined) {
      const [first, second] = ['apiVersion', 'kind'].map((name) => Object.keys(value).find((key) => key.toLowerCase() === name.toLowerCase()));
      if (first !== undefined && second !== undefined) problem(`this object has ${first} and ${second}, so Kubernetes refuses it. write apiVersion and kind`);
      return;
    }
    const has = value[wrong] === undefined ? `has no ${wrong}` : `has ${JSON.stringify(value[wrong]).slice(0, 40)} as its ${wrong}`;
    return problem(`this object ${has}, so Kubernetes refuses it. write which it is`);
  }
  const { items } = value;
  if (kind.endsWith('List') && Array.isArray(items)) {
    items.forEach((item, index) => {
      const at = pointer(base, 'items', index);
      if (kind !== 'List') collect(typedItem(item, apiVersion, kind), at, document, objects, problems);
      else if (isObject(item)) collect(item, at, document, objects, problems);
      else problem(`item ${index} of this List is no object with an apiVersion and a kind, so Kubernetes refuses it. mend it, or take it out`, at);
    });
    return;
  }
  if (metadata !== undefined && metadata !== null && !isJsonObject(metadata)) {
    return problem(`the metadata of this ${kind} is no object, so Kubernetes refuses it. write a name below metadata`);
  }
  objects.push({ manifest: { ...value, apiVersion, kind, metadata: metadata ?? {} }, document, base });
}

/**
 * An item of a list of one kind, such as a ConfigMapList, need not say which it is.
 *
 * @see staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/unstructured/unstructured.go in kubernetes/kubernetes
 */
function typedItem(item: unknown, apiVersion: string, kind: string): unknown {
  if (!isJsonObject(item) || !isJsonObject(item.metadata) || item.apiVersion !== undefined || item.kind !== undefined) return item;
  return { apiVersion, kind: kind.replace(/List$/, ''), ...item };
}

function isObject(item: unknown): boolean {
  return isJsonObject(item) && typeof item.apiVersion === 'string' && typeof item.kind === 'string';
}

const LIST_AT_TOP = 'this document is a list, and Kubernetes reads one object a document. separate the objects by lines ---, or put them below items: of a List';

const KUSTOMIZATION = /(^|[\\/])(?:kustomization\.ya?ml|Kustomization)$/;

/** Kustomize asks neither for apiVersion nor for kind, so most kustomizations say neither. */
function asKustomization(value: JsonObject): JsonObject {
  return { apiVersion: value.kind === 'Component' ? 'kustomize.config.k8s.io/v1alpha1' : 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', ...value };
}

/** A file that Kustomize reads; it names the files that are applied and those that are only patches. */
export function isKustomization({ manifest: { apiVersion, kind }, document }: LintedObject): boolean {
  return groupOf(apiVersion) === 'kustomize.config.k8s.io' && (kind === 'Kustomization' || kind === 'Component')
    && KUSTOMIZATION.test(document.file.path);
}

/** Whether SOPS has encrypted its values: what it says is not known here. Metadata of SOPS alone encrypts nothing. */
export function isEncrypted({ manifest }: LintedObject): boolean {
  const { sops, ...rest } = manifest;
  return isJsonObject(sops) && typeof sops.mac === 'string' && holdsEncrypted(rest);
}

function holdsEncrypted(value: unknown): boolean {
  if (typeof value === 'string') return /^ENC\[.*\]$/.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsEncrypted);
}

/** Every text below a field, such as the paths of patches. */
export function textsBelow(value: unknown, field: string): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) => (isJsonObject(item) ? (item)[field] : item)).filter((text): text is string => typeof text === 'string');
}
