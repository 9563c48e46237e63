/** What an example changes in the plain Rollout of the rule pages. */
export interface ExampleRollout {
  /** YAML of `spec.strategy`. */
  readonly strategy?: string;
  /** YAML beside strategy and template. */
  readonly spec?: string;
  /** YAML of `spec.selector`, `''` for none. */
  readonly selector?: string;
  /** YAML of `spec.template`, `''` for none. */
  readonly template?: string;
}

const SELECTOR = `
matchLabels:
  app: web
`;

const TEMPLATE = `
metadata:
  labels:
    app: web
spec:
  containers:
    - name: web
      image: example.com/web:1.4.2
      ports:
        - name: http
          containerPort: 8080
      readinessProbe:
        httpGet:
          path: /healthz
          port: http
`;

const STRATEGY = `
canary:
  steps:
    - setWeight: 25
    - pause:
        duration: 5m
`;

/** A complete Rollout `web` for the good and bad manifests of a rule, with the parts that the rule is about. */
export function exampleRollout(parts: ExampleRollout = {}): string {
  const fields = [
    parts.spec ?? 'replicas: 4',
    section('selector', parts.selector ?? SELECTOR),
    section('template', parts.template ?? TEMPLATE),
    section('strategy', parts.strategy ?? STRATEGY),
  ];
  const spec = fields.filter((field) => field.trim() !== '').map((field) => indent(field, 2)).join('\n');
  return `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
spec:
${spec}
`;
}

/** A Rollout whose canary has these fields. */
export function exampleCanary(canary: string): string {
  return exampleRollout({ strategy: section('canary', canary) });
}

/** A Rollout whose blue-green strategy has these fields. */
export function exampleBlueGreen(blueGreen: string): string {
  return exampleRollout({ strategy: section('blueGreen', blueGreen) });
}

/** A Rollout that Istio splits between two Services, with more canary fields and more fields of `trafficRouting`. */
export function exampleIstioCanary(canary: string, trafficRouting = ''): string {
  return exampleCanary(`
stableService: web-stable
canaryService: web-canary
trafficRouting:
  istio:
    virtualService:
      name: web
      routes:
        - primary
${indent(trafficRouting, 2)}
${canary}`);
}

/** What the Rollout of `exampleIstioCanary` names: both Services and the VirtualService. */
export function exampleIstioCompanions(): string {
  return joinDocuments(exampleServices('web-stable', 'web-canary'), exampleVirtualService(`
http:
  - name: primary
    route:
      - destination:
          host: web-stable
        weight: 100
      - destination:
          host: web-canary
        weight: 0
`));
}

/** A VirtualService `web` with these routes. */
export function exampleVirtualService(routes: string): string {
  return `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
spec:
  hosts:
    - web-stable
${indent(routes, 2)}
`;
}

/** Services of these names in front of the pods of `web`. */
export function exampleServices(...names: readonly string[]): string {
  return joinDocuments(...names.map((name) => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
      targetPort: http
`));
}

/** An Ingress `web` that leads to a Service. */
export function exampleIngress(service: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: nginx
  rules:
    - host: web.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: ${service}
                port:
                  name: http
`;
}

/** Several manifests as one YAML stream. */
export function joinDocuments(...documents: readonly string[]): string {
  return documents.map((document) => `${document.trimEnd()}\n`).join('---\n');
}

function section(key: string, yaml: string): string {
  return yaml.trim() === '' ? '' : `${key}:\n${indent(yaml, 2)}`;
}

function indent(text: string, by: number): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => ' '.repeat(by) + line).join('\n');
}
