import type { Case } from './cases';
import { measureInChild } from './spawn';

/** A line of the result. Times are medians in milliseconds; a ratio over 1 says that ArgoApp is that many times faster. */
export interface Row {
  readonly name: string;
  readonly charts: number;
  readonly objects: number;
  readonly cdk8sMs: number | null;
  readonly argoMs: number;
  readonly ratio: number | null;
  readonly cdk8sFirstMs: number | null;
  readonly argoFirstMs: number;
  readonly peakRssMb: number;
  readonly touchedAgain: number | null;
}

/** Measures a case with both, or with ours alone. */
export function rowOf(measured: Case): Row {
  const argo = measureInChild('argo', measured);
  const cdk8s = measured.oursAlone ? undefined : measureInChild('cdk8s', measured);
  return {
    name: measured.name,
    charts: measured.charts,
    objects: argo.objects,
    cdk8sMs: cdk8s ? round(cdk8s.medianMs) : null,
    argoMs: round(argo.medianMs),
    ratio: cdk8s ? round(cdk8s.medianMs / argo.medianMs) : null,
    cdk8sFirstMs: cdk8s ? round(cdk8s.firstMs) : null,
    argoFirstMs: round(argo.firstMs),
    peakRssMb: Math.round(argo.peakRssMb),
    touchedAgain: argo.touchedAgain ?? null,
  };
}

/** Three digits: more would be noise. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}
