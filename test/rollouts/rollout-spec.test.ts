import { BlueGreenRollout, type BlueGreenRolloutProps } from '../../src/rollouts/blue-green-rollout';
import { Promotion } from '../../src/rollouts/promotion';
import { shopChart, specOf, webContainer } from '../shop';

function specWith(props: Partial<BlueGreenRolloutProps>) {
  const chart = shopChart();
  new BlueGreenRollout(chart, 'Web', { containers: [webContainer()], promotion: Promotion.automatic(), ...props });
  return specOf(chart.toJson(), 'Rollout');
}

describe('what a rollout says beside pods and strategy', () => {
  test('renders under the names of the API', () => {
    expect(specWith({
      replicas: 4, minReady: '10s', progressDeadline: '5m', progressDeadlineAbort: true, revisionHistoryLimit: 5, rollbackWindow: 3,
      restartAt: new Date('2026-03-01T10:00:00.250Z'), paused: true, analysisHistory: { successful: 1, unsuccessful: 3 },
    })).toMatchObject({
      replicas: 4, minReadySeconds: 10, progressDeadlineSeconds: 300, progressDeadlineAbort: true, revisionHistoryLimit: 5,
      rollbackWindow: { revisions: 3 },
      restartAt: '2026-03-01T10:00:00Z', paused: true, analysis: { successfulRunHistoryLimit: 1, unsuccessfulRunHistoryLimit: 3 },
    });
  });

  test('says nothing that was not asked for', () => {
    expect(Object.keys(specWith({})).sort()).toEqual(['selector', 'strategy', 'template']);
  });

  test.each<[Partial<BlueGreenRolloutProps>, string]>([
    [{ rollbackWindow: 0 }, 'rollbackWindow is 0. give the number of revisions that one may go back at once, 1 or more'],
    [{ rollbackWindow: 11 }, 'rollbackWindow is 11, but only 10 old ReplicaSets are kept to go back to'],
    [{ restartAt: new Date('soon') }, 'restartAt is no date'],
    [{ analysisHistory: { successful: -1 } }, 'analysisHistory.successful is -1. give a whole number, 0 or more'],
    [{ replicas: 2.5 }, 'replicas is 2.5. give a whole number, 0 or more'],
    [{ minReady: '10m' }, 'progressDeadline (600s) is not longer than minReady (600s)'],
  ])('%p is refused', (props, message) => {
    expect(() => specWith(props)).toThrow(message);
  });
});
