import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { BoundAnalysis } from '../analysis/bound-analysis';
import { Check } from '../analysis/check';
import { InputError } from '../manifests/input-error';
import { isJsonObject, type JsonObject } from '../manifests/json';

/** The manifest of a check's template, then those of the checks that it nests, as far as they are made here. */
export function templatesOf(check: IConstruct | BoundAnalysis): readonly JsonObject[] {
  const templates = 'node' in check ? soleCheckIn(check) : check._templates;
  const [own, ...nested] = templates;
  if (own?.object === undefined) {
    throw new InputError(`${own?.kind} ${own?.name} is made elsewhere, so what it measures is not known here. give its manifest instead`);
  }
  return [own.object, ...nested.flatMap(({ object }) => object ?? [])].map((object) => manifestOf(object));
}

type Template = Partial<ReturnType<Check['_templates']>[0]>;

/** The templates of the one check in a construct; an AnalysisTemplate that is no check of ours knows of no others. */
function soleCheckIn(construct: IConstruct): readonly Template[] {
  if (construct instanceof Check) return construct._templates();
  const found = construct.node.findAll().filter((child): child is ApiObject =>
    ApiObject.isApiObject(child) && /^(?:Cluster)?AnalysisTemplate$/.test(child.kind));
  if (found.length !== 1) {
    throw new InputError(`${construct.node.path} has ${found.length} AnalysisTemplates in it. give the one to try, such as an AnalysisCheck`);
  }
  const owner = found[0]!.node.scope;
  return owner instanceof Check ? owner._templates() : [{ object: found[0] }];
}

function manifestOf(object: ApiObject): JsonObject {
  const manifest: unknown = object.toJson();
  return isJsonObject(manifest) ? manifest : {};
}
