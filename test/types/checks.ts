import {
  AnalysisCheck, Arg, BackgroundAnalysis, CanaryStep, ClusterAnalysisCheck, Condition, Measurements, Metric, promql, type SecretReference,
} from 'cdk8s-argo';
import type { Construct } from 'constructs';

const query = { address: 'http://prometheus.monitoring:9090', query: promql`up`, success: Condition.below(0.05) };

/** What takes a credential takes the reference of an argument that is read from a Secret. */
export function secrets(scope: Construct): void {
  const authorize = (_token: SecretReference): Metric => Metric.prometheus('up', query);
  const check = new AnalysisCheck(scope, 'Check', {
    args: { service: Arg.required(), token: Arg.fromSecret({ name: 'metrics', key: 'token' }) },
    metrics: (arg) => [
      authorize(arg.token),
      // @ts-expect-error whoever uses the check would pass the token as text
      authorize(arg.service),
      // @ts-expect-error a text is no secret
      authorize('hunter2'),
      // @ts-expect-error the argument `password` is not declared
      authorize('{{args.password}}'),
    ],
  });
  check.withArgs({ service: 'web' });
  // @ts-expect-error a Secret is read, not replaced
  check.withArgs({ service: 'web', token: 'hunter2' });
  const secretsOnly = new AnalysisCheck(scope, 'Other', {
    args: { token: Arg.fromSecret({ name: 'metrics', key: 'token' }) }, metrics: () => [Metric.prometheus('up', query)],
  });
  secretsOnly.withArgs();
  // @ts-expect-error a Secret is read, not replaced
  secretsOnly.withArgs({ token: 'hunter2' });
  // @ts-expect-error a Secret is more than its key
  Arg.fromSecret({ key: 'token' });
  // @ts-expect-error a secret has no text here
  Arg.fromSecret('hunter2');
}

/** A check that nests others declares what they need. */
export function nested(scope: Construct): void {
  const errors = new AnalysisCheck(scope, 'Errors', { args: { service: Arg.required() }, metrics: () => [Metric.prometheus('errors', query)] });
  const fleet = new ClusterAnalysisCheck(scope, 'Fleet', { metrics: () => [Metric.prometheus('fleet', query)] });
  new AnalysisCheck(scope, 'Both', { args: { service: Arg.required() }, nested: [errors, fleet] });
  new AnalysisCheck(scope, 'Fixed', { args: { service: Arg.defaultsTo('web') }, nested: [errors] });
  new ClusterAnalysisCheck(scope, 'Wide', { nested: [fleet] });
  // @ts-expect-error a check of the whole cluster is in no namespace
  new ClusterAnalysisCheck(scope, 'Placed', { nested: [fleet], metadata: { namespace: 'shop' } });
  // @ts-expect-error `errors` needs the argument `service`
  new AnalysisCheck(scope, 'NoArgs', { nested: [errors] });
  // @ts-expect-error `errors` needs `service`, and this declares another one
  new AnalysisCheck(scope, 'WrongArgs', { args: { servce: Arg.required() }, nested: [errors] });
  // @ts-expect-error a check of one namespace is not there in others
  new ClusterAnalysisCheck(scope, 'Mixed', { args: { service: Arg.required() }, nested: [errors] });
  // @ts-expect-error a check measures something
  new AnalysisCheck(scope, 'Nothing', { args: { service: Arg.required() } });
  // @ts-expect-error a check that nests none measures something
  new AnalysisCheck(scope, 'Empty', { nested: [] });
}

/** Templates made elsewhere say which arguments they take. */
export function named(scope: Construct): void {
  const errors = AnalysisCheck.fromName(scope, 'Errors', { name: 'error-rate', args: { service: Arg.required(), limit: Arg.optional() } });
  errors.withArgs({ service: 'web' });
  errors.withArgs({ service: 'web', limit: 1 });
  // @ts-expect-error `service` is required
  errors.withArgs({ limit: 1 });
  // @ts-expect-error there is no argument `region`
  errors.withArgs({ service: 'web', region: 'eu' });
  // @ts-expect-error defaults are said where the template is made
  AnalysisCheck.fromName(scope, 'Other', { name: 'error-rate', args: { limit: Arg.defaultsTo(1) } });
  // @ts-expect-error only a template made elsewhere has arguments that are optional without a default
  new AnalysisCheck(scope, 'Mine', { args: { limit: Arg.optional() }, metrics: () => [Metric.prometheus('up', query)] });
  BackgroundAnalysis.of([errors.withArgs({ service: 'web' })], { startingStep: 1, dryRun: ['errors'] });
  // @ts-expect-error a background analysis has checks
  BackgroundAnalysis.of([]);
  // @ts-expect-error a check runs with its arguments, not without
  CanaryStep.analysis(errors);
}

/** A field is one of the metadata, or a path into spec or status. */
export function fields(): void {
  Arg.field('metadata.namespace');
  Arg.field("metadata.labels['team']");
  Arg.field('spec.replicas');
  // @ts-expect-error labels stand in brackets
  Arg.field('metadata.labels.team');
  // @ts-expect-error of the metadata only some fields can be read
  Arg.field('metadata.generation');
  // @ts-expect-error a path starts at metadata, spec or status
  Arg.field('replicas');
}

/** How often and what decides: by intent, or by raw limits. */
export function measurements(): void {
  Metric.prometheus('intent', { ...query, measure: Measurements.of({ every: '1m', times: 5, failAfter: 2 }) });
  Metric.prometheus('raw', { ...query, interval: '1m', count: 5, failureLimit: 1 });
  // @ts-expect-error both say how often
  Metric.prometheus('both', { ...query, measure: Measurements.of({ every: '1m' }), interval: '1m' });
  // @ts-expect-error the failures that it bears are said by failAfter
  Metric.prometheus('mixed', { ...query, measure: Measurements.of({ every: '1m', times: 5 }), failureLimit: 2 });
  Measurements.of({ every: '1m', times: 10, failAfter: 'never', succeedAfter: 3 });
  // @ts-expect-error without failures and successes nothing decides
  Measurements.of({ every: '1m', times: 10, failAfter: 'never' });
  // @ts-expect-error measurements have a time between them
  Measurements.of({ times: 10 });
}
