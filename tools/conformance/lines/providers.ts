import type { ConformanceLines } from '../line';

/** What providers check when they measure: metricproviders/ in argoproj/argo-rollouts. */
export const PROVIDERS: ConformanceLines = {
  'AR-126': 'Prometheus has an address with a scheme and a host',
  'AR-127': 'the timeout of Prometheus is 0 or more',
  'AR-128': 'OAuth2 has an id and a secret beside the URL',
  'AR-129': 'a range query has a start, an end and a step that can be read',
  'AR-130': 'a web request has one body',
  'AR-131': 'a web request with a body is a POST or a PUT',
  'AR-132': { check: 'a web response is found by jsonPath', rest: 'what the server answers' },
  'AR-133': 'Datadog has a query',
  'AR-134': 'Datadog has query or queries, not both',
  'AR-135': 'version 1 of Datadog has query',
  'AR-136': 'a formula of Datadog has queries',
  'AR-137': 'several queries of Datadog have a formula',
  'AR-138': 'an aggregator of Datadog comes with version 2',
  'AR-139': { check: 'a namespaced Secret of Datadog has a name', rest: 'whether the Secret has the keys' },
  'AR-140': { check: 'requestTimeout of Datadog is above 0', rules: ['schema/unknown-field'], rest: 'Argo Rollouts 1.9 does not know the field, so it is refused' },
  'AR-141': { check: 'the timeout of New Relic is 0 or more', rest: 'whether the Secret has the keys' },
  'AR-142': 'Graphite has an address',
  'AR-143': 'scopes of Kayenta agree, and have an interval where one is needed',
  'AR-144': 'SkyWalking has an interval that can be read',
  'AR-145': { check: 'conditions compile and answer yes or no', rest: 'a condition that stumbles over what a provider answers' },
  'AR-146': { check: 'Secrets of Wavefront and InfluxDB are there', cluster: 'they lie in the namespace of the controller' },
  'AR-147': { check: 'a metric plugin is installed', rest: 'plugins that a configuration of the controller elsewhere names' },
};
