import type { ConformanceLines } from '../line';

const REQUIRED = ['schema/required'];

/** Schemas of the CRDs of Argo Rollouts: manifests/crds in argoproj/argo-rollouts. */
export const CRDS: ConformanceLines = {
  'AR-160': { check: 'the selector of a Rollout never changes', cluster: 'it is compared with the object in the cluster; constructs select app.kubernetes.io/name alone, so there is no reason to change it' },
  'AR-161': { check: 'blueGreen has activeService', rules: REQUIRED },
  'AR-162': { check: 'pingPong has both Services', rules: REQUIRED },
  'AR-163': { check: 'replicaProgressThreshold has type and value', rules: REQUIRED },
  'AR-164': { check: 'a preferred antiAffinity has a weight', rules: REQUIRED },
  'AR-165': { check: 'arguments, dry runs and retentions of an analysis have their names', rules: REQUIRED },
  'AR-166': { check: 'an experiment step has templates with name and specRef, and analyses with name and templateName', rules: REQUIRED },
  'AR-167': { check: 'plugin and mirror steps have a name, header matches a header and a value', rules: REQUIRED },
  'AR-168': { check: 'ALB has servicePort, its stickiness both fields', rules: REQUIRED },
  'AR-169': { check: 'Ambassador, APISIX, Traefik and managedRoutes have their names', rules: REQUIRED },
  'AR-170': { check: 'App Mesh names its virtual service and both nodes', rules: REQUIRED },
  'AR-171': { check: 'Istio names its VirtualServices, and a DestinationRule with two subsets', rules: REQUIRED },
  'AR-172': { check: 'expressions of selectors have key and operator', rules: REQUIRED },
  'AR-173': { check: 'metrics have name and provider, arguments a name, and references what they name', rules: REQUIRED },
  'AR-174': { check: 'providers have the fields that they cannot do without', rules: REQUIRED },
  'AR-175': { check: 'Datadog has a known version and aggregator', rules: ['schema/enum'] },
  'AR-176': { check: 'an Experiment has templates and analyses with their fields', rules: REQUIRED },
  'AR-177': { check: 'every value has its type', rules: ['schema/type'] },
};
