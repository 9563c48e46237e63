import type { ConformanceSection } from './line';
import { KUBE_LINTER, POLARIS } from './lines/pods';

/** What linters for Deployments check, in the order of the page. */
export const PODS: readonly ConformanceSection[] = [
  { title: 'KubeLinter', intro: 'Its built-in checks, by their names.', lines: KUBE_LINTER },
  { title: 'Polaris', intro: 'Its checks, by their names.', lines: POLARIS },
];
