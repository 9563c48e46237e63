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

/** Finds comparisons over different times, and thresholds that no score reaches or fails. */
export const providerKayenta = defineRule({
  id: 'analysis/provider-kayenta',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-143'],
  title: 'a Kayenta metric compares two sides over one time',
  rationale: 'Start and end are given for both sides or for none. Without a start the controller looks back one interval of the metric or, '
    + 'with lookback, to the beginning of the run. Otherwise every measurement ends in an error. Scores are from 0 to 100, and a '
    + 'marginal one above the one that passes is never reached.',
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
      for (const [index, scope] of objectsField(fields, 'scopes')) {
        for (const side of ['controlScope', 'experimentScope']) {
          const step = numberField(objectField(scope, side), 'step');
          if (step === undefined || step > 0) continue;
          context.report(pointer(at, 'scopes', index, side, 'step'), `metric ${name} has the step ${step}`, {
            received: String(step), expected: 'seconds between two values, at least 1', fix: 'write a step such as 60',
          });
        }
      }
      const threshold = objectField(fields, 'threshold');
      for (const field of ['pass', 'marginal']) {
        const score = numberField(threshold, field);
        if (score === undefined || (score >= 0 && score <= 100)) continue;
        context.report(pointer(at, 'threshold', field), `metric ${name} has the score ${score} as ${field}, and Kayenta gives scores from 0 to 100`, {
          received: String(score), expected: '0 to 100', fix: `write a score that Kayenta can give as ${field}`,
        });
      }
      const [pass, marginal] = [numberField(threshold, 'pass'), numberField(threshold, 'marginal')];
      if (pass === undefined || marginal === undefined || marginal <= pass || marginal > 100) continue;
      context.report(pointer(at, 'threshold'), `metric ${name} has the marginal score ${marginal} above the score ${pass} that passes`, {
        received: `marginal ${marginal}, pass ${pass}`, expected: 'marginal at most pass', fix: 'exchange the two, or lower marginal',
      });
    }
  },
});
