import type { ConformanceSection } from './line';
import { ANALYSIS_REFERENCES } from './lines/analysis-references';
import { ANALYSIS_RUNS } from './lines/analysis-runs';
import { CRDS } from './lines/crds';
import { EXPERIMENTS } from './lines/experiments';
import { ISTIO_CRDS } from './lines/istio-crds';
import { ISTIO_ROUTING } from './lines/istio-routing';
import { ISTIO_WEBHOOK } from './lines/istio-webhook';
import { LINT } from './lines/lint';
import { GATEWAY_API, ALB, NGINX } from './lines/other-routers';
import { PROVIDERS } from './lines/providers';
import { RECONCILE } from './lines/reconcile';
import { ROLLOUT_REFERENCES } from './lines/rollout-references';
import { ROLLOUT_SPEC } from './lines/rollout-spec';
import { ROUTER_OBJECTS } from './lines/router-objects';
import { TRAFFIC } from './lines/traffic';
import { UNCHECKED } from './lines/unchecked';

/** What Argo Rollouts 1.9 and its routers check, in the order of the page. */
export const ARGO_ROLLOUTS: readonly ConformanceSection[] = [
  { title: 'The spec of a Rollout', intro: 'The controller marks the Rollout InvalidSpec, which Argo CD shows as Degraded.', lines: ROLLOUT_SPEC },
  { title: 'What a Rollout names', intro: 'The controller looks these up in the namespace of the Rollout; InvalidSpec until they are right.', lines: ROLLOUT_REFERENCES },
  { title: 'Analysis templates of a Rollout', intro: 'The controller reads the templates that a Rollout names; InvalidSpec.', lines: ANALYSIS_REFERENCES },
  { title: 'Objects of routers', intro: 'The controller reads the objects that `trafficRouting` names; InvalidSpec.', lines: ROUTER_OBJECTS },
  { title: 'Analysis runs', intro: 'The analysis controller ends the run with Error. It looks only when the run starts, in the middle of a release.', lines: ANALYSIS_RUNS },
  { title: 'Metric providers', intro: 'A measurement ends with Error; too many in a row end the run.', lines: PROVIDERS },
  { title: 'Experiments', intro: 'The experiment controller refuses the spec, or the experiment ends with Error.', lines: EXPERIMENTS },
  { title: 'The lint of the kubectl plugin', intro: 'What `kubectl argo rollouts lint` adds to the checks of the controller.', lines: LINT },
  { title: 'Schemas', intro: 'The API server refuses the object.', lines: CRDS },
  { title: 'Routers at work', intro: 'The controller retries, and the release does not advance.', lines: RECONCILE },
  { title: 'What nobody upstream checks', intro: 'Accepted everywhere, and wrong all the same.', lines: UNCHECKED },
  { title: 'All routers', intro: 'What every router has in common.', lines: TRAFFIC },
  { title: 'Istio under a Rollout', intro: 'How the controller reads and writes VirtualServices and DestinationRules.', lines: ISTIO_ROUTING },
  { title: 'NGINX', intro: 'How the controller reads Ingresses of ingress-nginx.', lines: NGINX },
  { title: 'AWS ALB', intro: 'How the controller reads Ingresses of the AWS load balancer controller.', lines: ALB },
  { title: 'Gateway API', intro: 'How the plugin `argoproj-labs/gatewayAPI` reads and writes routes.', lines: GATEWAY_API },
  { title: 'The webhook of Istio', intro: 'Istio 1.30 refuses the object when it is applied.', lines: ISTIO_WEBHOOK },
  { title: 'The schemas of Istio', intro: 'The API server refuses the object, by its CRD.', lines: ISTIO_CRDS },
];
