import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { WAVE_ANNOTATION } from '../../src/manifests/apply-order';
import type { Manifest } from '../../src/manifests/manifest';

type Annotations = Readonly<Record<string, string>>;

/** The wave of every object, as it is written. */
export function waves(manifests: readonly Manifest[]): Record<string, string> {
  return Object.fromEntries(manifests.map((m) => [`${m.kind}/${m.metadata.name}`, m.metadata.annotations?.[WAVE_ANNOTATION] ?? 'none']));
}

/** ConfigMaps, one for each id. */
export function configMaps<const Ids extends readonly string[]>(scope: Construct, ...ids: Ids): { [I in keyof Ids]: kplus.ConfigMap } {
  return ids.map((id) => new kplus.ConfigMap(scope, id, { data: { id } })) as { [I in keyof Ids]: kplus.ConfigMap };
}

/** A Job that may become a hook. */
export function job(scope: Construct, id: string): kplus.Job {
  return new kplus.Job(scope, id, { containers: [{ image: 'registry.example.com/job:1' }] });
}

/** A Rollout without a construct of ours that is checked by templates. */
export function plainRollout(scope: Construct, name: string, templates: readonly string[], annotations: Annotations = {}): ApiObject {
  return new ApiObject(scope, name, {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name, annotations },
    spec: {
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'main', image: 'registry.example.com/web:1.0.0', envFrom: [{ configMapRef: { name: `${name}-settings` } }] }] } },
      strategy: { canary: { stableService: `${name}-stable`, steps: [{ setWeight: 50 }, { analysis: { templates: templates.map((templateName) => ({ templateName })) } }] } },
    },
  });
}

/** An AnalysisTemplate that may take others in. */
export function plainTemplate(scope: Construct, name: string, parts: readonly string[] = [], annotations: Annotations = {}): ApiObject {
  return new ApiObject(scope, name, {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name, annotations },
    spec: { templates: parts.map((templateName) => ({ templateName })), metrics: [{ name, interval: '1m', count: 3, provider: { job: { spec: { template: { spec: {} } } } } }] },
  });
}

/** An autoscaler without a construct. */
export function plainAutoscaler(scope: Construct, name: string, target: string, kind = 'Rollout'): ApiObject {
  return new ApiObject(scope, `${name}-autoscaler`, {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name },
    spec: { scaleTargetRef: { apiVersion: kind === 'Rollout' ? 'argoproj.io/v1alpha1' : 'apps/v1', kind, name: target }, maxReplicas: 9 },
  });
}
