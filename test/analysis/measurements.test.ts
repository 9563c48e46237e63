import { Condition } from '../../src/analysis/condition';
import { Measurements, type MeasurementsProps } from '../../src/analysis/measurements';
import { Metric } from '../../src/analysis/metric';

function metricOf(props: MeasurementsProps) {
  const measure = Measurements.of(props);
  return Metric.prometheus('m', { address: 'http://prometheus.monitoring:9090', query: 'up', success: Condition.above(0), measure })._toKube();
}

describe('Measurements', () => {
  test('renders what is borne from what is too much', () => {
    expect(metricOf({ every: '1m', times: 5, failAfter: 2, pauseAfter: 3, giveUpAfter: 10, initialDelay: '2m' })).toMatchObject({
      interval: '1m', count: 5, failureLimit: 1, inconclusiveLimit: 2, consecutiveErrorLimit: 9, initialDelay: '2m',
    });
  });

  test('leaves to the controller what is not said', () => {
    const { name, provider, successCondition, failureCondition, ...limits } = metricOf({ every: '1m' });
    expect(limits).toEqual({ interval: '1m' });
  });

  test('lets only good ones in a row decide', () => {
    expect(metricOf({ every: '1m', times: 10, failAfter: 'never', succeedAfter: 3 })).toMatchObject({ failureLimit: -1, consecutiveSuccessLimit: 3 });
  });

  test('says what it means', () => {
    expect(Measurements.of({ every: '1m', times: 5, failAfter: 2, initialDelay: '2m' }).inWords())
      .toBe('5 measurements, one every 1m, the first after 2m; fails at the 2nd failed one; ends after 6m');
  });

  test.each<[object, string]>([
    [{ times: 0 }, 'times is 0. give a whole number, 1 or more'],
    [{ failAfter: 0 }, 'failAfter is 0. give a whole number, 1 or more'],
    [{ times: 3, failAfter: 4 }, 'failAfter is 4, but there are only 3 measurements, so the metric could not fail. fail after 3 at most'],
    [{ times: 3, failAfter: 2, succeedAfter: 3 }, '3 measurements are too few for 3 good ones in a row beside 1 failed. take 4 or more'],
    [{ times: 2, failAfter: 'never', succeedAfter: 3 }, '2 measurements are too few for 3 good ones in a row. take 3 or more'],
    [{ failAfter: 'never' }, "failAfter is 'never' and there is no succeedAfter, so nothing would decide"],
    [{ times: 3, pauseAfter: 4 }, 'pauseAfter is 4, but there are only 3 measurements'],
  ])('refuses %j', (props, message) => {
    expect(() => Measurements.of({ every: '1m', ...props } as never)).toThrow(message);
  });
});

describe('the raw limits', () => {
  const metric = (limits: object) => () =>
    Metric.prometheus('m', { address: 'http://prometheus.monitoring:9090', query: 'up', success: Condition.above(0), ...limits });

  test('may leave the decision to good ones in a row', () => {
    expect(metric({ interval: '1m', count: 5, failureLimit: -1, consecutiveSuccessLimit: 3 })()._toKube())
      .toMatchObject({ failureLimit: -1, consecutiveSuccessLimit: 3 });
  });

  test('are said in words by the metric', () => {
    expect(metric({ interval: '1m', count: 5, failureLimit: 1 })().inWords()).toBe('5 measurements, one every 1m; fails at the 2nd failed one; ends after 4m');
  });

  test('have to leave room for what decides', () => {
    expect(metric({ interval: '1m', count: 3, failureLimit: 2, consecutiveSuccessLimit: 2 }))
      .toThrow('metric "m": 3 measurements are too few for failureLimit 2 and consecutiveSuccessLimit 2. take 4 or more');
  });
});
