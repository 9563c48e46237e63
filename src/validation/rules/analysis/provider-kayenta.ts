import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { flagField, numberField, objectField, objectsField, textField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { measuredBy } from './measured-by';
import { METRIC_KINDS } from './template-metrics';

/** A metric that is judged over these times. */
function kayentaExample(start: string): string {
  return exampleTemplate({
    metrics: exampleProvider(`kayenta:
  address: http://kayenta.monitoring:8090
  application: web
  canaryConfigName: web
  metricsAccountName: prometheus
  configurationAccountName: s3
  storageAccountName: s3
  threshold:
    pass: 90
    marginal: 75
  scopes:
    - name: default
      controlScope:
        scope: stable
        region: eu
        step: 60
${start}      experimentScope:
        scope: canary
        region: eu
        step: 60`, { fields: ['interval: 5m', 'count: 3'] }),
  });
}

/** Finds comparisons over different times, and thresholds in the wrong order. */
export const providerKayenta = defineRule({
  id: 'analysis/provider-kayenta',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-143'],
  title: 'a Kayenta metric compares two sides over one time',
  rationale: 'Start and end are given for both sides or for none. Without a start the controller looks back one interval of the metric or, '
    + 'with lookback, to the beginning of the run. Otherwise every measurement ends in an error. A marginal score above the one that '
    + 'passes is never reached.',
  bad: kayentaExample('        start: "2026-01-01T00:00:00Z"\n'),
  good: kayentaExample(''),
  check(entry, context) {
    for (const { name, metric, fields, pointer: at } of measuredBy(entry.manifest, 'kayenta')) {
      for (const [index, scope] of objectsField(fields, 'scopes')) {
        const [control, experiment] = [objectField(scope, 'controlScope'), objectField(scope, 'experimentScope')];
        const where = pointer(at, 'scopes', index);
        for (const field of ['start', 'end']) {
          if ((textField(control, field) === '') === (textField(experiment, field) === '')) continue;
          context.report(where, `metric ${name} has a scope with ${field} on one side only`, {
            received: `${textField(control, field) === '' ? 'experimentScope' : 'controlScope'}.${field}`,
            expected: `${field} in controlScope and experimentScope, or in neither`,
            fix: `write ${field} on both sides, or remove it`,
          });
        }
        const hasStart = textField(control, 'start') !== '' || textField(experiment, 'start') !== '';
        if (hasStart || flagField(fields, 'lookback') || textField(metric, 'interval') !== '') continue;
        context.report(where, `metric ${name} has no time to compare over`, {
          received: 'no start, no lookback and no interval', expected: 'one of them', fix: 'give the metric an interval, or set lookback',
        });
      }
      const threshold = objectField(fields, 'threshold');
      const [pass, marginal] = [numberField(threshold, 'pass'), numberField(threshold, 'marginal')];
      if (pass === undefined || marginal === undefined || marginal <= pass) continue;
      context.report(pointer(at, 'threshold'), `metric ${name} has the marginal score ${marginal} above the score ${pass} that passes`, {
        received: `marginal ${marginal}, pass ${pass}`, expected: 'marginal at most pass', fix: 'exchange the two, or lower marginal',
      });
    }
  },
});
