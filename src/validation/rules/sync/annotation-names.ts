import { certainlyMeant } from '../../certain-edit';
import { nearest, spelling } from '../../schema/similar-name';
import { PREFIX } from './annotations';

/** What is wrong with the name of an annotation. */
export interface AnnotationProblem {
  readonly message: string;
  readonly fix: string;
  /** The name that is certainly meant. */
  readonly meant?: string;
}

/** What Argo CD 3.5 reads or writes. */
const KNOWN: ReadonlySet<string> = new Set([
  'application-set-refresh', 'client-side-apply-migration-manager', 'compare-options', 'deletion-approved', 'hook', 'hook-delete-policy', 'hydrate',
  'ignore-default-links', 'ignore-healthcheck', 'ignore-resource-updates', 'installation-id', 'managed-by-url', 'manifest-generate-paths', 'refresh',
  'skip-reconcile', 'sync-options', 'sync-wave', 'tracking-id',
]);

/** What its pages show above an Application. */
const NOTICE_PREFIX = 'notice.argocd.argoproj.io/';
const NOTICES: ReadonlySet<string> = new Set(['content', 'icon', 'permanent', 'scope', 'severity', 'url']);

/** What annotations of the programs of Argo begin with, which others than people write too. */
const PREFIXES = [PREFIX, NOTICE_PREFIX, 'link.argocd.argoproj.io/', 'notifications.argoproj.io/', 'argocd-image-updater.argoproj.io/', 'rollout.argoproj.io/'];

/** What people write instead. */
const CURES: ReadonlyMap<string, string> = new Map([
  ['hook-sync-wave', 'write sync-wave: hooks are ordered by the same annotation as other objects'],
  ['hook-weight', 'write sync-wave: hooks are ordered by the same annotation as other objects'],
  ['sync-phase', 'write hook'],
  ['health-check', 'write ignore-healthcheck, or a health check for the kind in argocd-cm'],
  ['ignore-differences', 'write spec.ignoreDifferences of the Application: there is no annotation for it'],
]);

/** What is wrong with the name of an annotation that is meant for Argo CD; undefined for one that it reads, and for those of others. */
export function annotationProblem(key: string): AnnotationProblem | undefined {
  if (key.startsWith(PREFIX)) return unknownName(key, PREFIX, KNOWN);
  if (key.startsWith(NOTICE_PREFIX)) return unknownName(key, NOTICE_PREFIX, NOTICES);
  const prefix = key.slice(0, key.indexOf('/') + 1);
  if (PREFIXES.includes(prefix) || !prefix.includes('argo')) return undefined;
  const meant = certainlyMeant(prefix, PREFIXES);
  if (meant === undefined) return undefined;
  const name = meant + key.slice(prefix.length);
  return { message: `nobody reads annotations that begin with ${prefix}`, fix: `did you mean ${name}?`, meant: name };
}

function unknownName(key: string, prefix: string, known: ReadonlySet<string>): AnnotationProblem | undefined {
  const name = key.slice(prefix.length);
  if (known.has(name)) return undefined;
  const meant = nearest(name, known);
  return {
    message: `Argo CD knows no annotation ${key} and ignores it`,
    fix: CURES.get(name) ?? (meant ? `did you mean ${meant}?` : 'remove it, or use a prefix of your own'),
    meant: meant !== undefined && spelling(name, meant) === 1 ? prefix + meant : undefined,
  };
}
