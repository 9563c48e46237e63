import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { InputError } from '../../manifests/input-error';
import type { MetricProps } from '../metric-props';
import type { JobSpecWire, MeasuredWire } from '../wire';

/** What a Job runs: containers as in cdk8s-plus, or the spec itself. */
export type JobWork =
  | {
    /**
     * What cdk8s-plus makes a Job of: containers, volumes, `backoffLimit` (6 when left out), `activeDeadline` (none when left out: a Job
     * that hangs then holds the release).
     */
    readonly job: Omit<kplus.JobProps, 'isolate' | 'metadata' | 'select'>;
    readonly spec?: undefined;
  }
  | {
    /** The spec of the Job as Kubernetes has it. */
    readonly spec: JobSpecWire;
    readonly job?: undefined;
  };

/**
 * A metric that a Job decides: complete is a success, failed a failure. It has no conditions. Every measurement makes a new Job in
 * the namespace of the Rollout, named after the metric. The controller waits for it without a limit of its own, so give it an
 * `activeDeadline`, and `backoffLimit: 0` when a test that failed is not to be run again.
 */
export type JobMetricProps = MetricProps & JobWork & {
  /**
   * Labels and annotations of the Job.
   * @default - none
   */
  readonly metadata?: { readonly labels?: Readonly<Record<string, string>>; readonly annotations?: Readonly<Record<string, string>> };
};

/** How a metric is measured by a Job. */
export function jobToKube(what: string, name: string, props: JobMetricProps): MeasuredWire {
  if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name)) {
    throw new InputError(`${what} is part of the names of its Jobs, which take small letters, digits and - only. rename it, as in "smoke-test"`);
  }
  return { provider: { job: { metadata: props.metadata, spec: props.spec ?? specOf(props.job) } } };
}

/** The spec that cdk8s-plus renders, in a tree of its own: the Job is a part of the metric and no object beside it. */
function specOf(props: kplus.JobProps): JobSpecWire {
  if (!props.containers?.length) throw new InputError('the job of a metric has no container. pass containers: [{ image: ... }]');
  const job = new kplus.Job(new Chart(new App(), 'Metric'), 'Job', props);
  const { spec } = ApiObject.of(job).toJson() as { readonly spec: JobSpecWire };
  const { [kplus.Pod.ADDRESS_LABEL]: _address, ...labels } = spec.template.metadata?.labels ?? {};
  // The label is for the selectors of cdk8s-plus, which nothing outside of that tree could have.
  const metadata = { ...spec.template.metadata, labels: Object.keys(labels).length > 0 ? labels : undefined };
  return { ...spec, template: { ...spec.template, metadata: Object.values(metadata).some(Boolean) ? metadata : undefined } };
}
