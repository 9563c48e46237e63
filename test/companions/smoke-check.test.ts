import { SmokeCheck } from '../../src/companions/smoke-check';
import { BlueGreenRollout } from '../../src/rollouts/blue-green-rollout';
import { Promotion } from '../../src/rollouts/promotion';
import { shopChart, specOf, theObject, webContainer } from '../shop';

function rolloutIn(chart: ReturnType<typeof shopChart>, ports?: { port: number; name: string }[]): BlueGreenRollout {
  return new BlueGreenRollout(chart, 'Web', { containers: [webContainer()], ports, promotion: Promotion.automatic() });
}

describe('SmokeCheck', () => {
  test('asks the Service after everything is healthy', () => {
    const chart = shopChart();
    new SmokeCheck(chart, 'Smoke', {
      service: rolloutIn(chart).activeService,
      image: 'registry.example.com/curl:8.16.0',
      path: '/healthz',
      timeout: '3s',
      podMetadata: { labels: { 'sidecar.istio.io/inject': 'false' } },
    });
    const manifests = chart.toJson();
    expect(theObject(manifests, 'Job').metadata).toMatchObject({
      name: 'smoke',
      annotations: { 'argocd.argoproj.io/hook': 'PostSync', 'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation,HookSucceeded' },
    });
    expect(specOf(manifests, 'Job')).toMatchObject({
      backoffLimit: 0,
      template: { metadata: { labels: { 'sidecar.istio.io/inject': 'false' } }, spec: { restartPolicy: 'Never', containers: [{
        image: 'registry.example.com/curl:8.16.0',
        command: ['curl'],
        args: ['--fail', '--silent', '--show-error', '--output', '/dev/null', '--max-time', '3', '--retry', '5', '--retry-all-errors', 'http://web:8080/healthz'],
        securityContext: { runAsNonRoot: true },
      }] } },
    });
  });

  test.each([
    ['a port that is not clear', { }, /has the ports 80, 81. say which one is asked: port: 80/],
    ['a port that is not there', { port: 90 }, /the Service web has no port 90, but 80, 81/],
    ['a path without a slash', { port: 80, path: 'healthz' }, /start it with a slash/],
    ['half a retry', { port: 80, retries: 0.5 }, /retries is 0.5/],
  ])('refuses %s', (_, props, message) => {
    const chart = shopChart();
    const { activeService: service } = rolloutIn(chart, [{ port: 80, name: 'http' }, { port: 81, name: 'admin' }]);
    expect(() => new SmokeCheck(chart, 'Smoke', { service, image: 'registry.example.com/curl:8.16.0', ...props })).toThrow(message);
  });
});
