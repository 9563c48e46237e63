import type { ConformanceLines } from '../line';

/** Projects: pkg/apis/application/v1alpha1/app_project_types.go in argoproj/argo-cd. */
export const PROJECTS: ConformanceLines = {
};
