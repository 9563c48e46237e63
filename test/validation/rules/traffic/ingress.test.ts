import { joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { albActionInGit } from '../../../../src/validation/rules/traffic/alb-action-in-git';
import { albServicePort } from '../../../../src/validation/rules/traffic/alb-service-port';
import { albStickiness } from '../../../../src/validation/rules/traffic/alb-stickiness';
import { albUseAnnotation } from '../../../../src/validation/rules/traffic/alb-use-annotation';
import { exampleRouted } from '../../../../src/validation/rules/traffic/example-routers';
import { ingressBackends } from '../../../../src/validation/rules/traffic/ingress-backends';
import { ingressClass } from '../../../../src/validation/rules/traffic/ingress-class';
import { ingressLeadsToService } from '../../../../src/validation/rules/traffic/ingress-leads-to-service';
import { nginxAnnotations } from '../../../../src/validation/rules/traffic/nginx-annotations';
import { nginxStableIngress } from '../../../../src/validation/rules/traffic/nginx-stable-ingress';
import { routerObjectsNamed } from '../../../../src/validation/rules/traffic/router-objects-named';
import { pointersOf, runRule } from '../rollouts/run-rule';

const ROUTING = '/spec/strategy/canary/trafficRouting';

function ingress(spec: string, annotations = '{}'): string {
  return `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web, annotations: ${annotations} }\nspec: { ${spec} }\n`;
}

const path = (service: string, port = '{ name: use-annotation }') => `{ path: /, backend: { service: { name: ${service}, port: ${port} } } }`;
const rules = (...paths: string[]) => `rules: [{ host: a.example.com, http: { paths: [${paths.join(', ')}] } }]`;
const NGINX = 'nginx: { stableIngress: web }';
const ALB = 'alb: { ingress: web, servicePort: 80 }';

test.each([
  ['nginx: {}', ['/nginx']],
  ['nginx: { stableIngress: "" }', ['/nginx']],
  ['nginx: { stableIngresses: [] }', ['/nginx']],
  ['nginx: { stableIngresses: [web] }', []],
  ['alb: { servicePort: 80, ingress: web, ingresses: [api] }', ['/alb/ingresses']],
  ['alb: { servicePort: 80 }', ['/alb']],
  ['istio: { virtualService: { name: web }, virtualServices: [{ name: web }] }', ['/istio/virtualServices']],
  ['istio: { destinationRule: { name: web } }', ['/istio']],
  ['istio: { virtualService: { name: web } }', []],
  ['ambassador: { mappings: [] }', ['/ambassador']],
  ['appMesh: {}', ['/appMesh']],
  ['smi: {}', []],
])('%s gives a router what it splits, but for %j', (router, places) => {
  expect(pointersOf(routerObjectsNamed, exampleRouted(router))).toEqual(places.map((place) => ROUTING + place));
});

describe('ingress-leads-to-service', () => {
  test.each([
    [NGINX, rules(path('web-stable')), 0],
    [NGINX, rules(path('web-canary'), path('web-stable')), 0],
    [NGINX, 'defaultBackend: { service: { name: web-stable, port: { number: 80 } } }', 1],
    ['nginx: { stableIngresses: [web] }', rules(path('web')), 1],
    ['alb: { ingress: web, servicePort: 80, rootService: web-root }', rules(path('web-stable')), 1],
    ['alb: { ingress: web, servicePort: 80, rootService: web-root }', rules(path('web-root')), 0],
    // Not in the set.
    ['nginx: { stableIngress: other }', rules(path('web')), 0],
  ])('%s over %s', (router, spec, count) => {
    expect(runRule(ingressLeadsToService, joinDocuments(exampleRouted(router), ingress(spec)))).toHaveLength(count);
  });

  test('says what there is instead', () => {
    expect(runRule(ingressLeadsToService, joinDocuments(exampleRouted(NGINX), ingress(rules(path('web')))))).toMatchObject([{
      pointer: `${ROUTING}/nginx/stableIngress`,
      message: 'Ingress web has no path to web-stable, the Service that nginx splits',
      received: 'web',
    }]);
  });
});

test.each([
  [NGINX, `rules: [{ host: a.example.com }]`, 1],
  [NGINX, rules(path('web-stable'), '{ path: /b, backend: { resource: { kind: Bucket, name: b } } }'), 1],
  // The AWS controller's paths are only read up to the split one.
  [ALB, rules(path('web-stable'), '{ path: /b, backend: { resource: { kind: Bucket, name: b } } }'), 0],
  [ALB, rules('{ path: /b, backend: { resource: { kind: Bucket, name: b } } }', path('web-stable')), 1],
  [ALB, `${rules(path('web-stable')).slice(0, -1)}, { host: b.example.com }]`, 0],
  [`${ALB}\nmanagedRoutes: [{ name: beta }]`, `${rules(path('web-stable')).slice(0, -1)}, { host: b.example.com }]`, 1],
])('the controller can read %s over %s', (router, spec, count) => {
  expect(runRule(ingressBackends, joinDocuments(exampleRouted(router), ingress(spec)))).toHaveLength(count);
});

test.each([
  [ALB, rules(path('web-stable'), path('web-stable', '{ number: 80 }'), path('other', '{ number: 80 }')), 1],
  [ALB, rules(path('web-stable', '{ name: http }')), 1],
  [NGINX, rules(path('web-stable', '{ number: 80 }')), 0],
])('%s over %s has paths past the weights', (router, spec, count) => {
  expect(runRule(albUseAnnotation, joinDocuments(exampleRouted(router), ingress(spec)))).toHaveLength(count);
});

test.each([
  [ALB, '{ alb.ingress.kubernetes.io/actions.web-stable: "{}", alb.ingress.kubernetes.io/actions.redirect: "{}" }', 1],
  ['alb: { ingress: web, servicePort: 80, annotationPrefix: x.example.com }', '{ alb.ingress.kubernetes.io/actions.web-stable: "{}" }', 0],
  [`${ALB}\nmanagedRoutes: [{ name: beta }]`, '{ alb.ingress.kubernetes.io/conditions.beta: "[]" }', 1],
  [ALB, '{ rollouts.argoproj.io/managed-alb-actions: "{}" }', 1],
  [NGINX, '{ alb.ingress.kubernetes.io/actions.web-stable: "{}" }', 0],
])('%s over annotations %s', (router, annotations, count) => {
  expect(runRule(albActionInGit, joinDocuments(exampleRouted(router), ingress(rules(path('web-stable')), annotations)))).toHaveLength(count);
});

test.each([
  ['{ enabled: true, durationSeconds: 1 }', []],
  ['{ enabled: true, durationSeconds: 604800 }', []],
  ['{ enabled: true, durationSeconds: 604801 }', ['/durationSeconds']],
  ['{ enabled: true }', ['']],
  ['{ enabled: false, durationSeconds: 0 }', []],
])('stickiness %s', (config, places) => {
  const yaml = exampleRouted(`alb: { ingress: web, servicePort: 80, stickinessConfig: ${config} }`);
  expect(pointersOf(albStickiness, yaml)).toEqual(places.map((place) => `${ROUTING}/alb/stickinessConfig${place}`));
});

test('servicePort is said once for both Services', () => {
  expect(runRule(albServicePort, exampleRouted('alb: { ingress: web, servicePort: 8080 }'))).toMatchObject([{
    message: 'Service web-stable and Service web-canary have no port 8080', expected: '80',
  }]);
});

test.each([
  [NGINX, 'ingressClassName: alb', 1], [NGINX, 'ingressClassName: internal-nginx', 0], [ALB, 'ingressClassName: nginx', 1], [ALB, 'rules: []', 0],
])('class of %s with %s', (router, spec, count) => {
  expect(runRule(ingressClass, joinDocuments(exampleRouted(router), ingress(spec)))).toHaveLength(count);
});

test.each([
  ['additionalIngressAnnotations: { canary-by-header: x, nginx.ingress.kubernetes.io/canary-weight: "5" }', 1],
  ['canaryIngressAnnotations: { nginx.ingress.kubernetes.io/canary: "true" }', 1],
  ['canaryIngressAnnotations: { canary-weight: "5" }', 0],
  ['annotationPrefix: x.example.com, additionalIngressAnnotations: { nginx.ingress.kubernetes.io/canary-weight: "5" }', 0],
])('annotations of the canary Ingress: %s', (annotations, count) => {
  expect(runRule(nginxAnnotations, exampleRouted(`nginx: { stableIngress: web, ${annotations} }`))).toHaveLength(count);
});

test('an Ingress that is not marked, or not of nginx, may be stable', () => {
  const marked = ingress(rules(path('web-stable')), '{ nginx.ingress.kubernetes.io/canary: "true" }');
  expect(pointersOf(nginxStableIngress, joinDocuments(exampleRouted(NGINX), marked))).toEqual([`${ROUTING}/nginx/stableIngress`]);
  expect(runRule(nginxStableIngress, joinDocuments(exampleRouted(ALB), marked))).toEqual([]);
  expect(runRule(nginxStableIngress, joinDocuments(exampleRouted(NGINX), marked.replace('"true"', '"false"')))).toEqual([]);
});
