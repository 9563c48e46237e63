import { measurementCount, metricTiming } from '../../src/simulation/metric-timing';
import { metricInWords, secondsText } from '../../src/simulation/metric-words';

describe('metricTiming', () => {
  test('of a metric that says nothing is one measurement at once, which may err four times', () => {
    expect(metricTiming({})).toEqual({
      firstMeasurement: 0, measurements: 1, end: 0, earliestFailure: 0, earliestSuccess: 0, earliestError: 40,
    });
  });

  test('counts intervals between measurements, after the delay', () => {
    expect(metricTiming({ interval: '1m', count: 5, failureLimit: 1, initialDelay: '2m', consecutiveErrorLimit: 2 })).toEqual({
      firstMeasurement: 120, measurements: 5, end: 360, earliestFailure: 180, earliestSuccess: 360, earliestError: 140,
    });
  });

  test.each([
    ['null is nothing', { consecutiveErrorLimit: null, interval: null, count: null }, { measurements: 1, earliestError: 40 }],
    ['an interval alone has no end', { interval: '30s' }, { measurements: Infinity, end: Infinity, earliestFailure: 0 }],
    ['so has a count that is no number', { interval: '30s', count: 'five' }, { measurements: Infinity }],
    ['digits in a text are a number', { interval: '30s', count: '3' }, { measurements: 3, end: 60 }],
    ['a limit that cannot be passed', { interval: '1m', count: 3, failureLimit: 3 }, { earliestFailure: undefined }],
    ['good ones in a row end it', { interval: '1m', count: 9, consecutiveSuccessLimit: 3 }, { earliestSuccess: 120, end: 480 }],
    ['without a limit it fails at its end', { interval: '1m', count: 9, consecutiveSuccessLimit: 3, failureLimit: -1 }, { earliestFailure: 480 }],
    ['and without an end never', { interval: '1m', consecutiveSuccessLimit: 3, failureLimit: -1 }, { earliestFailure: undefined }],
  ])('%s', (_name, metric, timing) => {
    expect(metricTiming(metric)).toMatchObject(timing);
  });

  test.each([
    [{ interval: '1m', count: '{{args.count}}' }], [{ interval: '{{args.interval}}' }], [{ interval: '60' }], [{ failureLimit: '{{ args.x }}' }],
  ])('is not known for %j', (metric) => {
    expect(metricTiming(metric)).toBeUndefined();
  });

  test('a count that an argument decides is not known', () => {
    expect(measurementCount({ count: '{{args.count}}', interval: '1m' })).toBeUndefined();
  });
});

describe('metricInWords', () => {
  test.each([
    [{}, '1 measurement; fails if it fails'],
    [{ initialDelay: '2m' }, '1 measurement, after 2m; fails if it fails; ends after 2m'],
    [{ interval: '1m', count: 5, failureLimit: 1 }, '5 measurements, one every 1m; fails at the 2nd failed one; ends after 4m'],
    [{ interval: '1m' }, 'a measurement every 1m without end; fails at the first failed one'],
    [
      { interval: '30s', count: 12, failureLimit: 2, inconclusiveLimit: 2, consecutiveErrorLimit: 10, initialDelay: '1m' },
      '12 measurements, one every 30s, the first after 1m; fails at the 3rd failed one; pauses at the 3rd inconclusive one; '
      + 'gives up at the 11th error in a row; ends after 6m30s',
    ],
    [
      { interval: '1m', count: 9, failureLimit: -1, consecutiveSuccessLimit: 3 },
      '9 measurements, one every 1m; failed ones do not end it; succeeds at the 3rd good one in a row, and is failed without; ends after 8m',
    ],
    [
      { interval: '1m', count: 9, consecutiveSuccessLimit: 1 },
      '9 measurements, one every 1m; fails at the first failed one; succeeds at the first good one, and is inconclusive without; ends after 8m',
    ],
    [{ interval: '1m', count: 3, failureLimit: 3 }, '3 measurements, one every 1m; cannot fail; ends after 2m'],
    [{ interval: '1m', count: '{{args.n}}' }, '{{args.n}} measurements, one every 1m; fails at the first failed one'],
  ])('%j', (metric, words) => {
    expect(metricInWords(metric)).toBe(words);
  });

  test.each([[0, '0s'], [90, '1m30s'], [3600, '1h'], [3661, '1h1m1s']])('%d seconds are %s', (seconds, text) => {
    expect(secondsText(seconds)).toBe(text);
  });
});
