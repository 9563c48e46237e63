import { groupOf, type Manifest } from './manifest';
import { pointer, type Pointer } from './pointer';
import { Place } from './references/place';

/** What keeps an object from ever becoming healthy, from the first sync on. */
export interface Standstill {
  readonly pointer: Pointer;
  /** In words: `it is suspended, and so never completed`. */
  readonly reason: string;
}

const PAUSED = 'it is paused, and so never healthy';
const SUSPENDED = 'it is suspended, and so never completed';

/**
 * Why an object stands still until somebody changes it, as far as it says so itself. A CronJob that is suspended is none of these: Argo CD
 * takes it for healthy since version 3.2.
 *
 * @see gitops-engine/pkg/health, resource_customizations/keda.sh in argoproj/argo-cd
 */
export function standstillOf(manifest: Manifest): Standstill | undefined {
  const spec = Place.root(manifest).at('spec');
  switch (`${groupOf(manifest.apiVersion)}/${manifest.kind}`) {
    case 'apps/Deployment': return isTrue(spec.at('paused'), PAUSED);
    // Kueue wakes the Jobs of its queues.
    case 'batch/Job': return manifest.metadata.labels?.['kueue.x-k8s.io/queue-name'] === undefined ? isTrue(spec.at('suspend'), SUSPENDED) : undefined;
    case 'argoproj.io/Workflow': return isTrue(spec.at('suspend'), SUSPENDED);
    case 'keda.sh/ScaledObject': return pausedBy(manifest, 'autoscaling.keda.sh/paused') ?? pausedBy(manifest, 'autoscaling.keda.sh/paused-replicas');
    case 'keda.sh/ScaledJob': return pausedBy(manifest, 'autoscaling.keda.sh/paused');
    default: return undefined;
  }
}

function isTrue(place: Place, reason: string): Standstill | undefined {
  return place.value === true ? { pointer: place.pointer, reason } : undefined;
}

// KEDA pauses for every value that does not say no: apis/keda/v1alpha1/scaledobject_types.go in kedacore/keda.
function pausedBy({ metadata: { annotations } }: Manifest, name: string): Standstill | undefined {
  const value: unknown = annotations?.[name];
  if (typeof value !== 'string' || (name.endsWith('/paused') && /^(0|f|F|false|FALSE|False)$/.test(value))) return undefined;
  return { pointer: pointer('/metadata/annotations', name), reason: PAUSED };
}
