import { groupOf } from './manifest';

interface Kinded {
  readonly apiVersion: string;
  readonly kind: string;
}

/** Whether it is an Application of Argo CD. The group `app.k8s.io` has a kind of that name too. */
export function isApplication({ apiVersion, kind }: Kinded): boolean {
  return kind === 'Application' && groupOf(apiVersion) === 'argoproj.io';
}

/** Whether it is an ApplicationSet of Argo CD. */
export function isApplicationSet({ apiVersion, kind }: Kinded): boolean {
  return kind === 'ApplicationSet' && groupOf(apiVersion) === 'argoproj.io';
}

/** Whether it is an Application of Argo CD, or a set of them. */
export function isApplicationOrSet(object: Kinded): boolean {
  return isApplication(object) || isApplicationSet(object);
}
