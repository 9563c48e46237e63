import type { ApiObject } from 'cdk8s';
import { isJsonObject } from '../manifests/json';
import { groupOf, idOf, type Manifest, type ObjectId } from '../manifests/manifest';
import { type Reference, referencesOf } from '../manifests/references';
import { syncNeedsOf } from './sync-needs';

/** What an object needs before it. */
export interface Need {
  readonly object: ApiObject;
  /** Whether it is for its pods: a ConfigMap, a Secret, an account or a volume claim. */
  readonly isForPods: boolean;
}

/** What the objects of a chart need of each other, as their constructs know it, and as what they say names it. */
export class ChartNeeds {
  private byId: ReadonlyMap<string, ApiObject> | undefined;
  private readonly read = new Map<ApiObject, readonly NamedObject[]>();

  /** @param objects the objects of the chart */
  public constructor(private readonly objects: readonly ApiObject[]) {}

  /** What the object scales, if it is an autoscaler. */
  public scaledBy(object: ApiObject): ApiObject | undefined {
    if (!AUTOSCALERS.has(kindOf(object))) return undefined;
    return this.namedBy(object).find(({ reference }) => reference.role === 'scale target')?.object;
  }

  /** What the object does not come up without. */
  public neededBy(object: ApiObject): readonly Need[] {
    const needs = new Map(syncNeedsOf(object).map((needed) => [needed, { object: needed, isForPods: false }]));
    if (!NEEDING.has(kindOf(object))) return [...needs.values()];
    for (const { object: needed, reference } of this.namedBy(object)) {
      if (reference.optional || needs.has(needed)) continue;
      needs.set(needed, { object: needed, isForPods: reference.group === '' && reference.kind !== 'Service' });
    }
    return [...needs.values()];
  }

  /** The objects of the chart that the object names. */
  public namedBy(object: ApiObject): readonly NamedObject[] {
    let named = this.read.get(object);
    if (!named) {
      named = this.readNames(object);
      this.read.set(object, named);
    }
    return named;
  }

  private readNames(object: ApiObject): readonly NamedObject[] {
    const manifest = plainManifest(object);
    if (!manifest) return [];
    this.byId ??= new Map([...this.objects].reverse().map((one) => [keyOf(idOf(headOf(one))), one]));
    return referencesOf({ manifest, id: idOf(manifest) }).flatMap((reference) => {
      const ids = [reference, ...(reference.otherKinds ?? []).map((other) => ({ ...reference, ...other }))];
      const found = ids.map((id) => this.byId!.get(keyOf(id))).find((one) => one !== undefined && one !== object);
      return found ? [{ object: found, reference }] : [];
    });
  }
}

/** An object of a chart that another one names. */
interface NamedObject {
  readonly object: ApiObject;
  readonly reference: Reference;
}

/** How the lists here call the kind of an object: `group/Kind`. */
export function kindOf({ apiVersion, kind }: ApiObject): string {
  return `${groupOf(apiVersion)}/${kind}`;
}

const AUTOSCALERS: ReadonlySet<string> = new Set(['autoscaling/HorizontalPodAutoscaler', 'keda.sh/ScaledObject']);

/** Kinds that are Degraded while something that they name is not there. */
const NEEDING: ReadonlySet<string> = new Set(['argoproj.io/Rollout', 'argoproj.io/Experiment']);

// What is to be added, waves among it, is being worked out with this. An object that fails to render says so when it is written.
function plainManifest(object: ApiObject): Manifest | undefined {
  try {
    const manifest: unknown = object.toJson();
    return isJsonObject(manifest) && isJsonObject(manifest.metadata) ? { ...headOf(object), ...manifest } : undefined;
  } catch {
    return undefined;
  }
}

function headOf({ apiVersion, kind, name, metadata }: ApiObject): Manifest {
  return { apiVersion, kind, metadata: { name, ...metadata.namespace !== undefined && { namespace: metadata.namespace } } };
}

function keyOf({ group, kind, namespace, name }: ObjectId): string {
  return `${group}\n${kind}\n${namespace}\n${name}`;
}
