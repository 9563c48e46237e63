import { workloadSelectsItsPods } from '../../../../src/validation/rules/references/workload-selects-its-pods';
import { findingsOf } from '../findings-of';

const { bad, good } = workloadSelectsItsPods;

test.each(['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'])('a %s is looked at', (kind) => {
  expect(findingsOf(workloadSelectsItsPods, bad.replace('Deployment', kind))).toMatchObject([{
    pointer: '/spec/template/metadata/labels', message: 'the template lacks app: web, which the selector asks for',
  }]);
  expect(findingsOf(workloadSelectsItsPods, good.replace('Deployment', kind))).toEqual([]);
});

test('an empty selector is refused, a missing one is left to the schema', () => {
  expect(findingsOf(workloadSelectsItsPods, good.replace('matchLabels:\n      app: web', '{}'))).toMatchObject([{ pointer: '/spec/selector' }]);
  expect(findingsOf(workloadSelectsItsPods, good.replace('  selector:\n    matchLabels:\n      app: web\n', ''))).toEqual([]);
});
