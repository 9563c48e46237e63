import type { Chart } from 'cdk8s';
import { Profile, SyncPlan } from 'cdk8s-argo';
import { AnalysisTrial, LuaHealth, type Manifests, Match, type TrialResult } from 'cdk8s-argo/testing';

/** Fields of a kind that the library knows are completed and checked. */
export function fields(manifests: Manifests): void {
  manifests.hasResource('Rollout', { spec: { strategy: { canary: { steps: [{ setWeight: 5 }, { pause: { duration: Match.anyValue() } }] } } } });
  manifests.hasResource('Rollout', { spec: { replicas: undefined, template: Match.absent() } });
  manifests.hasResource('Service', { spec: { ports: Match.arrayWith([{ port: 80 }]) } });
  manifests.hasResource('ConfigMap', { data: { 'any.key': Match.pattern(/x/), 'other': 'text' } });
  manifests.hasResource('Application', { spec: { source: { helm: { valuesObject: { any: { value: [1] } } } } } });
  // @ts-expect-error misspelt
  manifests.hasResource('Rollout', { spec: { strategy: { canary: { step: [] } } } });
  // @ts-expect-error a weight is a number
  manifests.hasResource('Rollout', { spec: { strategy: { canary: { steps: [{ setWeight: '5' }] } } } });
  // @ts-expect-error misspelt, and the kind is said in an object
  manifests.hasResource({ kind: 'Service', name: 'web' }, { specs: {} });
  // @ts-expect-error misspelt
  manifests.hasNoResource('Service', { spec: { typ: 'ClusterIP' } });
  // @ts-expect-error a ConfigMap holds text
  manifests.only('ConfigMap', { data: { replicas: 3 } });
}

/** Of a kind that it does not know anything may be wanted. */
export function unknownKinds(manifests: Manifests): void {
  manifests.hasResource('Certificate', { spec: { dnsNames: ['web.example.com'], secretName: Match.anyValue() } });
  manifests.hasResource('Gateway', { spec: { servers: [{ port: { number: 443 } }] } });
  manifests.hasResource({ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway' }, { spec: { gatewayClassName: 'public' } });
  // @ts-expect-error a function is no JSON
  manifests.hasResource('Certificate', { spec: () => 1 });
  // @ts-expect-error the field is apiVersion
  manifests.hasResource({ apiversion: 'v1', kind: 'Service' });
}

/** What is found has the fields of its kind, and is JSON. */
export function found(manifests: Manifests): void {
  const weight: number | undefined = manifests.find('Rollout', 'web').spec.strategy?.canary?.steps?.[0]?.setWeight;
  const type: string | undefined = manifests.only('Service').spec?.type;
  void [weight, type];
  AnalysisTrial.of(manifests.find('AnalysisTemplate', 'error-rate'));
  LuaHealth.of({ script: '' }).assess(manifests.find('Application', 'web'));
  // @ts-expect-error misspelt
  void manifests.find('Rollout', 'web').spec.strategie;
  // @ts-expect-error of a kind that is not known nobody knows the fields
  void manifests.find('Certificate', 'web').spec.dnsNames;
}

/** Findings are told by what they have. */
export function findings(manifests: Manifests): void {
  manifests.hasFinding('rollouts/containers');
  manifests.hasFinding({ rule: 'rollouts/containers', severity: 'error', object: 'Rollout/web', pointer: '/spec/template', message: /container/ });
  // @ts-expect-error there are error, warning and info
  manifests.hasFinding({ severity: 'fatal' });
  // @ts-expect-error misspelt
  manifests.hasFinding({ id: 'rollouts/containers' });
}

/** A matcher is made by Match. */
export function matchers(manifests: Manifests): void {
  manifests.hasResource('Service', { spec: Match.exact({ type: 'ClusterIP' }) });
  // @ts-expect-error a regular expression is no value, and says not whether it has to be all of the text
  manifests.hasResource('Service', { metadata: { name: /web/ } });
  // @ts-expect-error it is no matcher
  manifests.hasResource('Service', { metadata: { name: { description: 'text' } } });
}

/** Matchers are there for what they can be asked of. */
export function expectations(manifests: Manifests, chart: Chart, trial: TrialResult): void {
  expect(manifests).toBeValid();
  expect(chart).not.toBeValid('warning');
  expect(manifests).toHaveResource('Rollout', { spec: { replicas: Match.anyValue() } });
  expect(SyncPlan.of(manifests.all)).toMatchSyncPlan('');
  expect(trial).toHavePhase('Failed', /failureLimit/);
  // @ts-expect-error misspelt
  expect(manifests).toHaveResource('Rollout', { spec: { replica: 3 } });
  // @ts-expect-error a text is no manifests
  expect('apiVersion: v1').toBeValid();
  // @ts-expect-error its phase is a text already
  expect(trial.phase).toHavePhase('Failed');
  // @ts-expect-error there is no such phase
  expect(trial).toHavePhase('Passed');
}

/** How manifests are judged may be said where they are. */
export function judging(manifests: Manifests, chart: Chart): void {
  manifests.isValid({ severity: 'warning', profile: 'strict', targets: { kubernetes: '1.27' }, complete: true });
  expect(chart).toBeValid({ profile: Profile.strict() });
  expect(chart).toHaveFinding('pods/run-as-non-root', { profile: 'strict' });
  // @ts-expect-error there is no such profile
  manifests.isValid({ profile: 'strikt' });
  // @ts-expect-error there is no such version
  manifests.validate({ targets: { argoRollouts: '2.0' } });
  // @ts-expect-error how bad it is belongs to what is looked for
  manifests.hasFinding('practices/liveness', { severity: 'error' });
}

/** A plan is compared with its snapshot, with a text, or with the order of some objects. */
export function plans(chart: Chart, plan: SyncPlan): void {
  expect(chart).toMatchSyncPlan();
  expect(plan.application('web')).toMatchSyncPlan(['Job/migration', ['Service/web', 'ConfigMap/web'], { phase: 'Sync', wave: 3, objects: ['Rollout/web'] }]);
  // @ts-expect-error there is no such phase
  expect(chart).toMatchSyncPlan([{ phase: 'presync', objects: ['Job/migration'] }]);
  // @ts-expect-error a wave has a list of objects
  expect(chart).toMatchSyncPlan([{ wave: 1, object: 'Job/migration' }]);
}
