import * as kplus from 'cdk8s-plus-27';
import { ArgoChart, type ArgoChartProps } from '../src/app/argo-chart';
import type { JsonObject } from '../src/manifests/json';
import type { Manifest } from '../src/manifests/manifest';
import { plainApp } from './plain-app';

/** A chart in a plain cdk8s app, as a test wants it. */
export function shopChart(props: ArgoChartProps = { namespace: 'shop' }): ArgoChart {
  return new ArgoChart(plainApp(), 'web', props);
}

/** A container that nothing is to be said against. */
export function webContainer(): kplus.ContainerProps {
  return { image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') };
}

/** The one object of this kind, or of this kind and name. */
export function theObject(manifests: readonly Manifest[], kind: string, name?: string): Manifest {
  const found = manifests.filter((m) => m.kind === kind && (name === undefined || m.metadata.name === name));
  expect(found.map((m) => `${m.kind}/${m.metadata.name}`)).toHaveLength(1);
  return found[0]!;
}

/** The spec of the one object of this kind, or of this kind and name. */
export function specOf(manifests: readonly Manifest[], kind: string, name?: string): JsonObject {
  return theObject(manifests, kind, name).spec as JsonObject;
}
