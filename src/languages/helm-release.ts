/**
 * Why Helm refuses the name of a release, after "which". Undefined for one that it takes.
 *
 * @see pkg/chart/v2/util/validate_name.go in helm/helm
 */
export function releaseNameProblem(name: string): string | undefined {
  if (name.length > 53) return `has ${name.length} characters, at most 53 are allowed`;
  return /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(name) ? undefined : 'is no DNS name';
}
