import { promql } from '../../src/analysis/promql';
import { isScalarQuery, isSeriesQuery } from '../../src/languages/promql';

const service = '{{args.service}}';
const window = '{{args.window}}';

describe('promql', () => {
  test('keeps the query as it was written', () => {
    expect(promql`sum(rate(http_requests_total{service="${service}",path=~"/api/\\d+"}[5m]))`.text)
      .toBe('sum(rate(http_requests_total{service="{{args.service}}",path=~"/api/\\\\d+"}[5m]))');
  });

  test.each([
    () => promql`histogram_quantile(0.99, sum by (le) (rate(duration_bucket{service="${service}"}[${window}])))`,
    () => promql`rate(x[${window}:30s])`,
    () => promql`x offset ${window} > ${service}`,
    () => promql`(sum(a) or vector(0)) / sum(b)
      # what share
      > 0.5`,
  ])('takes arguments where a string, a number or a duration stands', (query) => {
    expect(query).not.toThrow();
  });

  test.each([
    ['sum(rate(x[5m])', /it ends too early|unexpected/],
    ['sum(rate(x[5 minutes]))', /unexpected/],
    ['rate(http_requests_total{status=5..}[5m])', /unexpected "5/],
    ['', /the query is empty/],
  ])('refuses %p', (query, message) => {
    expect(() => promql([query] as unknown as TemplateStringsArray)).toThrow();
    expect(() => promql(Object.assign([query], { raw: [query] }))).toThrow(message);
  });

  test('says where, in the text that was written', () => {
    expect(() => promql`sum(rate(x{service="${service}"}[5m])) by by (le)`).toThrow('at character 49');
  });
});

describe('isScalarQuery', () => {
  test.each([
    ['scalar(sum(up)) / 2', true],
    ['-(time() - {{args.start}})', true],
    ['sum(up) / scalar(sum(down))', false],
    ['vector(scalar(up))', false],
    ['{{args.query}}', false],
    ['up{job="scalar(x)"}', false],
  ])('%s: %s', (query, scalar) => {
    expect(isScalarQuery(query)).toBe(scalar);
  });
});

describe('isSeriesQuery', () => {
  test.each([
    ['sum(rate(a[5m])) / sum(rate(b[5m]))', true],
    ['# what share\nscalar(sum(up))', false],
    ['scalar(sum(up)) / 2', false],
    ['0.5', false],
    ['sum(rate(a[5m])', false],
  ])('%s: %s', (query, series) => {
    expect(isSeriesQuery(query)).toBe(series);
  });
});
