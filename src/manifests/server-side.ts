import type { Manifest } from './manifest';

/**
 * Who merges what Argo CD applies with what the cluster has, where the object says so for itself: the API server, or Argo CD as its client.
 *
 * @see gitops-engine/pkg/sync/sync_context.go in argoproj/argo-cd
 */
export function mergedBy({ metadata }: Manifest): 'by the server' | 'by the client' | undefined {
  const text: unknown = metadata.annotations?.['argocd.argoproj.io/sync-options'];
  const options = typeof text === 'string' ? text.split(',').map((option) => option.trim()) : [];
  if (options.includes('ServerSideApply=false')) return 'by the client';
  return options.includes('ServerSideApply=true') ? 'by the server' : undefined;
}
