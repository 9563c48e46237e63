import { type DurationLike, durationText, secondsOf } from '../../manifests/duration';
import type { ArgoCdParamsProps } from './argo-cd-params-props';

/** Every entry of argocd-cmd-params-cm that the props ask for, also those that they ask for twice. */
export function paramsEntries(props: ArgoCdParamsProps): (readonly [string, string])[] {
  const { controller = {}, server = {}, repoServer = {}, applicationSets: sets = {} } = props;
  const entries: (readonly [string, string | undefined])[] = [
    ['application.namespaces', props.applicationNamespaces?.join(',')],
    ['controller.status.processors', text(controller.statusProcessors)],
    ['controller.operation.processors', text(controller.operationProcessors)],
    ['controller.sync.wave.delay.seconds', text(controller.syncWaveDelay)],
    ['controller.sync.timeout.seconds', seconds(controller.syncTimeout, 'syncTimeout')],
    ['controller.self.heal.timeout.seconds', seconds(controller.selfHealTimeout, 'selfHealTimeout')],
    ['controller.diff.server.side', text(controller.serverSideDiff)],
    ['controller.resource.health.persist', text(controller.persistResourceHealth)],
    ['server.insecure', text(server.insecure)],
    ['server.rootpath', server.rootPath],
    ['server.sync.replace.allowed', text(server.syncReplaceAllowed)],
    ['server.enable.proxy.extension', text(server.proxyExtensions)],
    ['reposerver.parallelism.limit', text(repoServer.parallelismLimit)],
    ['reposerver.repo.cache.expiration', duration(repoServer.cacheExpiration, 'cacheExpiration')],
    ['reposerver.git.request.timeout', duration(repoServer.gitRequestTimeout, 'gitRequestTimeout')],
    ['reposerver.max.combined.directory.manifests.size', repoServer.maxCombinedDirectoryManifestsSize],
    ['reposerver.enable.git.submodule', text(repoServer.gitSubmodules)],
    ['applicationsetcontroller.enable.progressive.syncs', text(sets.progressiveSyncs)],
    ['applicationsetcontroller.namespaces', sets.namespaces?.join(',')],
    ['applicationsetcontroller.policy', sets.policy],
    ['applicationsetcontroller.enable.policy.override', text(sets.policyOverride)],
    ['applicationsetcontroller.enable.new.git.file.globbing', text(sets.newGitFileGlobbing)],
    ['applicationsetcontroller.enable.scm.providers', text(sets.scmProviders)],
    ['applicationsetcontroller.allowed.scm.providers', sets.allowedScmProviders?.join(',')],
    ['applicationsetcontroller.enable.tokenref.strict.mode', text(sets.tokenRefStrictMode)],
    ['applicationsetcontroller.requeue.after', duration(sets.requeueAfter, 'requeueAfter')],
    ['applicationsetcontroller.global.preserved.annotations', sets.globalPreservedAnnotations?.join(',')],
    ['applicationsetcontroller.global.preserved.labels', sets.globalPreservedLabels?.join(',')],
    ['hydrator.enabled', text(props.hydratorEnabled)],
    ['notificationscontroller.selfservice.enabled', text(props.selfServiceNotifications)],
    ...Object.entries(props.more ?? {}),
  ];
  return entries.filter((entry): entry is readonly [string, string] => entry[1] !== undefined);
}

function text(value: number | boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function seconds(value: DurationLike | undefined, what: string): string | undefined {
  return value === undefined ? undefined : String(secondsOf(value, what));
}

function duration(value: DurationLike | undefined, what: string): string | undefined {
  return value === undefined ? undefined : durationText(value, what);
}
