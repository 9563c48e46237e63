import { durationProblem, goDurationSeconds, suggestGoDuration } from '../../src/languages/go-duration';

test.each([
  ['0', 0], ['+0', 0], ['-0', 0], ['5s', 5], ['30s', 30], ['1478s', 1478], ['-5s', -5], ['+5s', 5], ['5.0s', 5], ['5.6s', 5.6], ['5.s', 5], ['.5s', 0.5],
  ['1.004s', 1.004], ['10ms', 0.01], ['11us', 11e-6], ['12µs', 12e-6], ['13ns', 13e-9], ['3h30m', 12600], ['10.5s4m', 250.5], ['-2m3.4s', -123.4],
  ['1h2m3s4ms5us6ns', 3723.004005006], ['39h9m14.425s', 140954.425], ['5m', 300], ['24h', 86400],
])('%s is %d seconds', (text, seconds) => {
  expect(goDurationSeconds(text)).toBeCloseTo(seconds, 9);
});

test.each(['', '3', '-', 's', '.', '-.', '.s', '+.s', '1d', '5 m', '5 minutes', 'PT5M', '1h 30m', '5M', 'never', '300000h0', '2562048h'])('%p is refused', (text) => {
  expect(goDurationSeconds(text)).toBeUndefined();
});

test.each([
  ['5 minutes', '5m'], ['5 min', '5m'], ['1 hour 30 minutes', '1h30m'], ['1 hour and 30 minutes', '1h30m'], ['5M', '5m'], ['1d', '24h'], ['2 days', '48h'],
  ['1w', '168h'], ['PT5M', '5m'], ['PT1H30M', '1h30m'], ['P1D', '24h'], ['60', '60s'], ['500 ms', '500ms'],
])('%s most likely means %s', (text, suggestion) => {
  expect(suggestGoDuration(text)).toBe(suggestion);
  expect(goDurationSeconds(suggestion)).toBeDefined();
});

test.each(['soon', '', 'five minutes', '-5m', '5 parsecs'])('%p means nothing that is known', (text) => {
  expect(suggestGoDuration(text)).toBeUndefined();
});

test.each([
  ['99999999999h', { what: 'longer than the 292 years that Go can hold' }],
  ['-99999999999h', { what: 'longer than the 292 years that Go can hold' }],
  ['5 minutes', { what: 'no duration', meant: '5m', certain: '5m' }],
  ['1h 30m', { what: 'no duration', meant: '1h30m', certain: '1h30m' }],
  ['5m 30', { what: 'no duration', meant: '5m30s' }],
  ['60', { what: 'no duration', meant: '60s' }],
  ['99999999999 hours', { what: 'no duration' }],
  ['soon', { what: 'no duration' }],
  ['5m', undefined],
])('%s is %j', (text, problem) => {
  expect(durationProblem(text)).toEqual(problem);
});
