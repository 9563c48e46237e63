import type { CatalogTrigger } from '../../manifests/application-triggers';
import { CatalogNotification, type CatalogNotificationProps } from './catalog-notification';

// Of several sources an operation has `revisions`, and an empty `revision`.
const SYNCED = 'app.status.operationState?.syncResult?.revisions ?? app.status.operationState?.syncResult?.revision';
const OBSERVED = 'app.status.sync.revisions ?? app.status.sync.revision';

const HEALTH = { name: 'Health', value: '{{ .app.status.health.status }}' };
const SYNC = { name: 'Sync', value: '{{ .app.status.sync.status }}' };
const WHY = { name: 'Message', value: '{{ .app.status.operationState.message | toJson }}' };

/**
 * What most teams want to be told about Applications, ready made: each with its trigger and a template with the same name, `app-` in
 * place of `on-`. Messages link to the Application, and have more to them in Slack and Microsoft Teams.
 *
 * @see notifications_catalog in argoproj/argo-cd, which has the same triggers but for on-drifted
 */
export class NotificationCatalog {
  /** An Application is there. Once for each name. */
  public static readonly onCreated = notification('on-created', {
    when: 'true', oncePer: 'app.metadata.name', headline: 'was created', tone: 'neutral', facts: [SYNC],
  });

  /** An Application is being deleted. */
  public static readonly onDeleted = notification('on-deleted', {
    when: 'app.metadata.deletionTimestamp != nil', oncePer: 'app.metadata.name', headline: 'is being deleted', tone: 'neutral', facts: [],
  });

  /** A version is applied and healthy. Once for each version. */
  public static readonly onDeployed = notification('on-deployed', {
    when: 'app.status.operationState?.phase == \'Succeeded\' and app.status.health.status == \'Healthy\'',
    oncePer: SYNCED, headline: 'runs a new version and is healthy', tone: 'good', facts: [SYNC, HEALTH],
  });

  /** Git has not changed since the last sync, but the cluster has. */
  public static readonly onDrifted = notification('on-drifted', {
    when: `app.status.sync.status == 'OutOfSync' and app.status.operationState?.phase == 'Succeeded' and (${OBSERVED}) == (${SYNCED})`,
    headline: 'has drifted: the cluster is not what was synced last', tone: 'warning', facts: [SYNC, HEALTH],
  });

  /** Something of it does not work. Each time that this begins, so that a second fall after a recovery is told too. */
  public static readonly onHealthDegraded = notification('on-health-degraded', {
    when: 'app.status.health.status == \'Degraded\'', headline: 'is degraded', tone: 'bad', facts: [HEALTH, SYNC],
  });

  /** A sync has failed. Once for each version. */
  public static readonly onSyncFailed = notification('on-sync-failed', {
    when: 'app.status.operationState?.phase in [\'Error\', \'Failed\']',
    oncePer: SYNCED, headline: 'could not be synced', tone: 'bad', details: '{{ .app.status.operationState.message }}', facts: [SYNC, WHY],
  });

  /** A sync has begun. Once for each version. */
  public static readonly onSyncRunning = notification('on-sync-running', {
    when: 'app.status.operationState?.phase == \'Running\'', oncePer: SYNCED, headline: 'is being synced', tone: 'neutral', facts: [SYNC],
  });

  /** Argo CD cannot compare it with Git. */
  public static readonly onSyncStatusUnknown = notification('on-sync-status-unknown', {
    when: 'app.status.sync.status == \'Unknown\'', headline: 'cannot be compared with Git', tone: 'bad',
    details: '{{ range .app.status.conditions }}{{ .type }}: {{ .message }}\n{{ end }}', facts: [SYNC],
  });

  /** A sync is done. Once for each version; what was applied may still be starting. */
  public static readonly onSyncSucceeded = notification('on-sync-succeeded', {
    when: 'app.status.operationState?.phase == \'Succeeded\'', oncePer: SYNCED, headline: 'was synced', tone: 'good', facts: [SYNC, HEALTH],
  });

  private constructor() {}
}

function notification<N extends CatalogTrigger>(name: N, props: CatalogNotificationProps): CatalogNotification<N> {
  return new CatalogNotification(name, props);
}
