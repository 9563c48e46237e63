import type { ConformanceLines } from '../line';

/** Schemas of Istio 1.30: kubernetes/customresourcedefinitions.gen.yaml in istio/api. */
export const ISTIO_CRDS: ConformanceLines = {
  'IC-01': { check: 'a DestinationRule has a host, its subsets have names', rules: ['schema/required'] },
  'IC-02': { check: 'destinations, mirrors and TLS matches have what they cannot do without', rules: ['schema/required'] },
  'IC-03': { check: 'matches, redirects, bodies and faults are said in one way', rules: ['schema/expression', 'schema/required'] },
  'IC-04': { check: 'durations last 1 ms or more, numbers fit', rules: ['schema/bounds', 'schema/expression'] },
  'IC-05': { check: 'servers of a Gateway have ports, hosts and one source of certificates', rules: ['schema/enum', 'schema/expression', 'schema/required'] },
};
