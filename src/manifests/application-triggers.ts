/** The triggers that `NotificationCatalog` has ready made: those of the catalogue of Argo CD, and one about drift. */
export type CatalogTrigger =
  | 'on-created'
  | 'on-deleted'
  | 'on-deployed'
  | 'on-drifted'
  | 'on-health-degraded'
  | 'on-sync-failed'
  | 'on-sync-running'
  | 'on-sync-status-unknown'
  | 'on-sync-succeeded';

/** Their names. */
export const CATALOG_TRIGGERS: readonly CatalogTrigger[] = [
  'on-created', 'on-deleted', 'on-deployed', 'on-drifted', 'on-health-degraded', 'on-sync-failed', 'on-sync-running', 'on-sync-status-unknown',
  'on-sync-succeeded',
];

/** What a notification about an Application can be sent for: a trigger of `ArgoCdNotifications`, under any name. */
export type ApplicationTrigger = CatalogTrigger | (string & {});
