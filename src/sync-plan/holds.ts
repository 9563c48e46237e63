import { groupOf, type Manifest } from '../manifests/manifest';
import { Place } from '../manifests/references/place';
import { standstillOf } from '../manifests/standstill';

/** Where an object stands in a sync. */
export interface HoldPlace {
  /** The place of its wave among those of the sync. */
  readonly step: number;
  /** Which objects use which volume claims. */
  readonly claims: ClaimUses;
}

/** The first object that uses each volume claim. Many claims in many waves are looked up, not looked for. */
export class ClaimUses {
  private first: ReadonlyMap<string, ClaimUse> | undefined;

  /** @param steps the objects of each wave, in the order of the sync */
  public constructor(private readonly steps: () => ReadonlyArray<readonly Manifest[]>) {}

  /** The object that uses a claim first, and the place of its wave. */
  public firstUse(claim: string): ClaimUse | undefined {
    this.first ??= this.read();
    return this.first.get(claim);
  }

  private read(): ReadonlyMap<string, ClaimUse> {
    const first = new Map<string, ClaimUse>();
    for (const [step, manifests] of this.steps().entries()) {
      for (const manifest of manifests) {
        for (const claim of claimsIn(Place.root(manifest).at('spec'))) if (!first.has(claim)) first.set(claim, { step, manifest });
      }
    }
    return first;
  }
}

/** An object that uses a volume claim. */
export interface ClaimUse {
  readonly step: number;
  readonly manifest: Manifest;
}

/**
 * Why an object may never become healthy, in words; undefined where nothing speaks for it. Only what a manifest says for certain, and
 * what is known to happen often: that a Job never ends cannot be seen.
 */
export function holdReason(manifest: Manifest, place: HoldPlace): string | undefined {
  const spec = Place.root(manifest).at('spec');
  switch (`${groupOf(manifest.apiVersion)}/${manifest.kind}`) {
    case 'argoproj.io/Rollout': return rolloutReason(spec);
    case 'argoproj.io/Application': return applicationReason(spec);
    case 'networking.k8s.io/Ingress': return 'it is healthy once its controller reports an address, and some never do';
    case '/Service': return 'it is healthy once it has an address, which a cluster without load balancers never gives';
    case '/PersistentVolumeClaim': return claimReason(manifest, place);
    default: return standstillOf(manifest)?.reason;
  }
}

// The first deployment of a Rollout runs no steps and pauses nowhere: rollout/canary.go, rollout/bluegreen.go in argoproj/argo-rollouts.
function rolloutReason(spec: Place): string | undefined {
  if (spec.at('paused').value === true) return 'it is paused, and so never healthy';
  const { canary, blueGreen } = { canary: spec.at('strategy', 'canary'), blueGreen: spec.at('strategy', 'blueGreen') };
  // Without automatic promotion autoPromotionSeconds is not read: rollout/pause.go.
  if (blueGreen.at('autoPromotionEnabled').value === false) return 'an update waits until somebody promotes it';
  let at = '';
  for (const [i, step] of canary.at('steps').items.entries()) {
    const weight = step.at('setWeight');
    if (typeof weight.value === 'number') at = `at ${weight.value} %`;
    const pause = step.at('pause');
    if (pause.exists && !pause.at('duration').exists) return `an update pauses ${at || `at step ${i + 1}`} until somebody promotes it`;
  }
  return undefined;
}

function applicationReason(spec: Place): string | undefined {
  const automated = spec.at('syncPolicy', 'automated');
  return automated.exists && automated.at('enabled').value !== false ? undefined : 'at first it is healthy once a person has synced it';
}

// volumeBindingMode: WaitForFirstConsumer leaves a claim pending until a pod wants it.
function claimReason({ metadata: { name } }: Manifest, { step, claims }: HoldPlace): string | undefined {
  const first = claims.firstUse(name ?? '');
  if (!first || first.step <= step) return undefined;
  const { kind, metadata } = first.manifest;
  return `${kind}/${metadata.name ?? ''}, which uses it, comes later, and most storage binds it only then`;
}

/** The claims that pods mount, wherever a kind keeps the spec of its pods. */
function claimsIn(spec: Place): readonly string[] {
  const pods = [spec, spec.at('template', 'spec'), spec.at('jobTemplate', 'spec', 'template', 'spec')];
  return pods.flatMap((pod) => pod.at('volumes').items.map((volume) => volume.at('persistentVolumeClaim', 'claimName').text)).filter((claim) => claim !== '');
}
