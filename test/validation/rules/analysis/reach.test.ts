import { exampleTemplate } from '../../../../src/validation/rules/analysis/example-analysis';
import { prePromotionTraffic } from '../../../../src/validation/rules/analysis/pre-promotion-traffic';
import { providerShortHost } from '../../../../src/validation/rules/analysis/provider-short-host';
import { findingsOf } from '../findings-of';

describe('analysis/provider-short-host', () => {
  const askedAt = (address: string) =>
    findingsOf(providerShortHost, providerShortHost.bad.replace('http://prometheus:9090', JSON.stringify(address))).map(({ pointer }) => pointer);

  test.each(['http://prometheus', 'https://prometheus/api', 'http://user@prometheus:9090?x=a.b'])('finds %s', (address) => {
    expect(askedAt(address)).toEqual(['/spec/metrics/0/provider/prometheus/address']);
  });

  test.each(['http://localhost:9090', 'http://10.0.0.7:9090', 'http://[::1]:9090', 'http://{{args.server}}:9090', 'http://prometheus.{{args.namespace}}:9090', 'prometheus'])(
    'has nothing to say about %s', (address) => {
      expect(askedAt(address)).toEqual([]);
    },
  );
});

describe('analysis/pre-promotion-traffic', () => {
  const { bad } = prePromotionTraffic;
  const counted = (query: string) => findingsOf(prePromotionTraffic, bad.replace(/scalar\(.*\)/, query)).map(({ received }) => received);

  test.each([
    ['sum(rate(istio_requests_total[5m]))', 'istio_requests_total'],
    ['histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{job="web"}[5m])))', 'http_request_duration_seconds_bucket'],
  ])('finds %s', (query, series) => {
    expect(counted(query)).toEqual([series]);
  });

  test.each(['sum(kube_pod_container_resource_requests{namespace="shop"})', 'scalar(up{job="web-preview"})'])('has nothing to say about %s', (query) => {
    expect(counted(query)).toEqual([]);
  });

  test('has nothing to say where a check of the same analysis calls the new pods, or may do so', () => {
    const withCaller = bad.replace('- templateName: smoke', '- templateName: smoke\n          - templateName: caller');
    expect(findingsOf(prePromotionTraffic, `${withCaller}---\n${exampleTemplate({ name: 'caller' })}`)).toEqual([]);
    expect(findingsOf(prePromotionTraffic, withCaller)).toEqual([]);
  });
});
