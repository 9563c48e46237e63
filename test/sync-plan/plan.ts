import * as yaml from 'js-yaml';
import type { Manifest } from '../../src/manifests/manifest';
import { SyncPlan } from '../../src/sync-plan/sync-plan';

/** The objects of a YAML text. */
export function manifestsIn(text: string): Manifest[] {
  return yaml.loadAll(text) as Manifest[];
}

/** The plan of one Application that delivers these objects into the namespace `shop`. */
export function planOf(text: string): SyncPlan {
  return SyncPlan.of(manifestsIn(text), { name: 'web', namespace: 'shop' });
}

/** A document with a kind, a name and a wave. */
export function object(kindAndName: string, { wave, hook, spec = '{}', apiVersion }: { wave?: number; hook?: string; spec?: string; apiVersion?: string } = {}): string {
  const [kind, name] = kindAndName.split('/') as [string, string];
  const versions: Readonly<Record<string, string>> = {
    Deployment: 'apps/v1', Rollout: 'argoproj.io/v1alpha1', Application: 'argoproj.io/v1alpha1', Job: 'batch/v1', CronJob: 'batch/v1', Ingress: 'networking.k8s.io/v1',
    HorizontalPodAutoscaler: 'autoscaling/v2', CustomResourceDefinition: 'apiextensions.k8s.io/v1',
  };
  const annotations = JSON.stringify({
    ...(wave !== undefined && { 'argocd.argoproj.io/sync-wave': String(wave) }),
    ...(hook !== undefined && { 'argocd.argoproj.io/hook': hook }),
  });
  return `---\napiVersion: ${apiVersion ?? versions[kind] ?? 'v1'}\nkind: ${kind}\nmetadata: { name: ${name}, annotations: ${annotations} }\nspec: ${spec}\n`;
}
