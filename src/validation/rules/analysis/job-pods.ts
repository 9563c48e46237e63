import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule, type RuleContext } from '../../rule';
import { isDnsLabel } from '../pods/names';
import { isSet, objectField, objectsField, textField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { findingsOfJob } from './job-findings';
import { holdsPlaceholder, measuredBy } from './measured-by';
import { METRIC_KINDS } from './template-metrics';

/** A metric whose Job restarts its pods like this. */
function restarting(policy: string): string {
  const job = `job:
  spec:
    backoffLimit: 1
    template:
      spec:
        restartPolicy: ${policy}
        containers:
          - name: test
            image: registry.example.com/smoke:1.0.0`;
  return exampleTemplate({ metrics: exampleProvider(job, { name: 'smoke', fields: ['initialDelay: 10s'] }) });
}

/** Whether a place is another one, or in it. */
function isIn(place: Pointer, other: Pointer): boolean {
  return place === other || place.startsWith(`${other}/`);
}

/** Finds Jobs of metrics that the API server would refuse. */
export const jobPods = defineRule({
  id: 'analysis/job-pods',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'the Job of a metric is one that Kubernetes takes, with containers and pods that may end',
  rationale: 'The Job is made when the metric is measured, and not looked at before. Pods are restarted by default, which a Job does not '
    + 'allow: the API server refuses it, every measurement ends in an error, and after five of them the release is aborted.',
  bad: restarting('Always'),
  good: restarting('Never'),
  check(entry, context) {
    for (const { name, fields, pointer: at } of measuredBy(entry.manifest, 'job')) {
      const said: Pointer[] = [];
      const report: RuleContext['report'] = (pointer, message, details) => {
        said.push(pointer);
        context.report(pointer, message, details);
      };
      const spec = objectField(objectField(objectField(fields, 'spec'), 'template'), 'spec');
      const where = `${at}/spec/template/spec`;
      if (!spec) continue;
      const policy = textField(spec, 'restartPolicy');
      if (!['Never', 'OnFailure'].includes(policy) && !holdsPlaceholder(policy)) {
        report(policy === '' ? where : pointer(where, 'restartPolicy'), `the Job of metric ${name} restarts its pods for ever`, {
          received: policy || 'no restartPolicy, which means Always', expected: 'Never or OnFailure', fix: 'write restartPolicy: Never',
        });
      }
      const names = new Set<string>();
      if (isSet(spec, 'containers') && objectsField(spec, 'containers').length === 0) {
        report(pointer(where, 'containers'), `the Job of metric ${name} runs nothing`, { expected: 'at least one container', fix: 'list a container' });
      }
      for (const key of ['initContainers', 'containers']) {
        for (const [index, container] of objectsField(spec, key)) {
          const own = textField(container, 'name');
          const image = container.image;
          if (image === undefined || image === null || image === '') {
            report(pointer(where, key, index), `container ${own || '""'} has no image`, { expected: 'an image', fix: 'write image with a tag or digest' });
          }
          if (!isSet(container, 'name') || holdsPlaceholder(own)) continue;
          if (!isDnsLabel(own) || names.has(own)) {
            report(pointer(where, key, index, 'name'), names.has(own) ? `two containers are named ${own}` : `"${own}" is no container name`, {
              received: own, expected: 'up to 63 lower case letters, digits and "-", a name of its own', fix: 'rename the container',
            });
          }
          names.add(own);
        }
      }
      for (const found of findingsOfJob(objectField(fields, 'spec')!, `${at}/spec`, entry, context)) {
        const place = at + found.pointer;
        if (!said.some((one) => isIn(one, place) || isIn(place, one))) context.report(place, `the Job of metric ${name}: ${found.message}`, found.details);
      }
    }
  },
});
