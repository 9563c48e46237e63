import type { ConformanceLines } from '../line';

/** Applications: how Argo CD brings to the cluster what Git says. */
export const DELIVERY_PRACTICES: ConformanceLines = {
  'P1': { check: 'changes that were made by hand are undone', unwritable: '`SyncPolicy.automated()` heals unless `selfHeal: false` says otherwise' },
  'P2': { check: 'pruning is a decision', unwritable: '`prune` is false until somebody writes it' },
  'P3': { check: 'an Application never empties itself', unwritable: '`allowEmpty` is false, and refused without `prune`' },
  'P4': { check: 'pruning comes last', unwritable: '`SyncPolicy.automated({ prune: true })` brings `PruneLast=true`' },
  'P5': {
    check: 'failed syncs are tried again, with growing pauses', rules: ['apps/retry-limit', 'apps/retry-duration'],
    unwritable: 'Argo CD 3.5 does so when nothing is said, and `Retry.times` has no limit of 0',
  },
  'P6': { check: 'sync policies are tried in staging first', cluster: 'which of two clusters got a policy first is a matter of commits, not of manifests' },
  'P7': { check: 'with automatic syncs, going back is a revert of the commit', cluster: 'it is what people do; synths without time and chance make the revert exact' },
  'P8': { check: 'automatic syncs stop `argocd app rollback`, and are switched off before and on after it', cluster: 'a command that somebody runs' },
  'P9': { check: 'replacing and forcing are the last resort', rules: ['sync/replaces-everything', 'sync/replaced-by-sync', 'sync/deleted-by-sync', 'sync/force-with-server-side'] },
  'P41': { check: 'deleting an Application deletes what it delivered, where that is wanted', rules: ['apps/finalizer-known'], unwritable: '`cascadeDeletion` of an Application says so, and nothing else does' },
  'P42': { check: 'large objects are applied on the server', rules: ['ownership/server-side-services'], unwritable: '`SyncOption.serverSideApply()`' },
  'P43': { check: 'values of each environment lie outside of the chart', unwritable: '`valueFiles` of a Helm source, also from a `RefSource` of another repository' },
  'P21': {
    check: 'fields that controllers write are ignored, and no others',
    rules: [
      'ownership/controller-fields-ignored', 'ownership/ignored-fields-kept', 'apps/ignore-differences-effective', 'apps/ignored-entry-matches',
    ],
    unwritable: 'Applications derive `ignoreDifferences` from the rollouts that they deliver',
  },
  'P30': {
    check: 'configuration comes before workloads, and autoscalers with them', rules: ['sync/needed-in-a-later-wave', 'sync/autoscaler-after-rollout'],
    unwritable: 'waves come from what needs what',
  },
  'P55': { check: 'migrations come before the app, and tests after it', rules: ['sync/hook-annotation', 'sync/hook-comes-too-early', 'sync/known-annotation'], unwritable: 'hooks are a typed choice' },
  'P56': { check: 'Jobs of hooks clean up after themselves', rules: ['sync/hook-delete-policy', 'sync/hooks-pile-up', 'sync/hook-runs-again'], unwritable: 'delete policies are a typed choice' },
};

/** Several clusters, teams and people. */
export const FLEET_PRACTICES: ConformanceLines = {
  'P11': { check: 'many clusters are updated in steps', rules: ['appsets/rolling-sync-covers', 'appsets/rolling-sync-once', 'appsets/progressive-syncs'], unwritable: '`MultiClusterAppSet` with steps' },
  'P32': { check: 'environments differ in a few said places', unwritable: 'an environment is an argument of the program, and everything else is shared code' },
  'P37': { check: 'apps, infrastructure and sets lie in folders of their own', unwritable: 'the layout of an app names them' },
  'P38': { check: 'one root Application leads to all others', rules: ['apps/contains-itself', 'constructs/root-has-children'], unwritable: '`AppOfApps`' },
  'P58': { check: 'rights by team and environment', rules: ['projects/wide-open', 'rbac/project-exists'], unwritable: '`AppProject` with roles, and `ArgoCdRbac`' },
  'P59': { check: 'people come from one identity provider', rules: ['argo-cd-settings/oidc-config', 'argo-cd-settings/sign-on-url'], unwritable: 'sign-on of `ArgoCdConfig` is typed' },
  'P60': { check: 'new images are written back to Git', rules: ['image-updater/write-back-kept', 'image-updater/write-back-target'], unwritable: '`ImageUpdater`, or `bump` of the lock file in CI' },
  'P63': { check: 'one set instead of copies', rest: 'Applications that were copied by hand', unwritable: '`ApplicationSet` with typed generators' },
};

/** Canaries and blue-green releases. */
export const RELEASE_PRACTICES: ConformanceLines = {
  'P13': { check: 'old pods of a blue-green release stay for ten minutes', rules: ['rollouts/scale-down-delay'] },
  'P17': { check: 'a blue-green release waits for somebody', rules: ['rollouts/promotion-contradiction'], unwritable: '`promotion` is required, and its delay and its consent exclude each other' },
  'P18': 'a blue-green release is analysed before and after its promotion',
  'P19': { check: 'a canary starts small, and each weight is looked at', rules: ['traffic/weights-ascend', 'rollouts/steps-with-router'], unwritable: '`CanaryProfile.STANDARD` and others, `CanaryStep.ramp`' },
  'P26': { check: 'old and new pods are on different nodes', rules: ['rollouts/anti-affinity'], unwritable: '`antiAffinity` of a rollout' },
  'P27': { check: 'a bounded history', rules: ['rollouts/scale-down-history'], unwritable: 'upstream keeps 10 when nothing is said, and so do we' },
  'P28': { check: 'going back to one of the last versions is quick', rules: ['rollouts/rollback-window'], unwritable: '`rollbackWindow` of a rollout' },
  'P33': { check: 'exact shares of traffic need a router', rules: ['rollouts/weights-without-router'], unwritable: '`trafficRouting` is required, and `TrafficRouter.podRatio()` a choice' },
  'P34': 'a canary without a router removes no pod before it has added one',
  'P46': { check: 'first by hand, then by analysis', unwritable: 'a `CanaryProfile` takes checks or none, and says after which weight a person promotes' },
  'P47': { check: 'promotion by itself when tests cover enough', unwritable: '`promotedByHand` of a profile is `never`, or what a team says; `Promotion.automatic()` of a blue-green rollout' },
  'P51': { check: 'schemas that do not fit together need blue-green and a snapshot, not a canary', cluster: 'what two versions of a program do with one database stands in no manifest' },
  'P53': { check: 'blue-green has two Services', rules: ['references/services-exist', 'rollouts/services-differ'], unwritable: '`BlueGreenRollout` makes both' },
  'P54': { check: 'people without kubectl promote in the Argo CD UI', cluster: 'a click, which rights of Argo CD allow: `rbac` and `projects` check those' },
};

/** What decides about a release. */
export const ANALYSIS_PRACTICES: ConformanceLines = {
  'P12': { check: 'thresholds start lenient and get tighter', unwritable: 'ready-made metrics have no threshold of their own: somebody says it; how tight is right only time tells' },
  'P20': { check: 'metrics come quickly enough', rules: ['analysis/provider-timeout'], unwritable: '`timeout` of a provider', rest: 'how quick the backend is' },
  'P35': { check: 'a smoke test of the preview comes before the promotion', rules: ['analysis/pre-promotion-traffic'], unwritable: 'a web metric or a Job in `prePromotionAnalysis`' },
  'P36': { check: 'templates have arguments, and each gets a value', rules: ['analysis/args-supplied', 'analysis/known-args', 'analysis/args-used'], unwritable: '`withArgs` knows the arguments' },
  'P48': { check: 'no traffic has an answer', rules: ['analysis/condition-no-data', 'analysis/condition-needs-data'], unwritable: 'ready-made metrics say what no data means' },
  'P49': 'one failure is not the end',
  'P50': { check: 'an analysis may watch the whole release', rules: ['analysis/background-can-fail', 'rollouts/background-analysis-ends'], unwritable: '`backgroundAnalysis` of a canary' },
  'P52': { check: 'metrics come late', rules: ['analysis/data-in-time'], unwritable: '`initialDelay` of a metric' },
};

/** Pods. */
export const POD_PRACTICES: ConformanceLines = {
  'P14': 'pods have probes',
  'P25': 'pods have requests and limits',
  'P45': 'readiness asks the application, not a port',
  'P44': { check: 'images carry the id of a commit', unwritable: '`ImageLock` and `bump` write the digest', rest: 'whether a tag is that of a commit' },
  'P64': 'pods of one workload are on several nodes',
};

/** Argo CD itself, and the people around it. */
export const OPERATION_PRACTICES: ConformanceLines = {
  'P10': { check: 'the parts of Argo CD have limits', rest: 'parts that a chart installs' },
  'P15': { check: 'Argo CD is watched', cluster: 'load and queues are metrics of a running Argo CD' },
  'P16': { check: 'rollbacks are rehearsed', cluster: 'a drill of people' },
  'P22': { check: 'Argo CD knows how Rollouts fare', rules: ['argo-cd-settings/needless-health-check'], unwritable: 'Argo CD has the health check built in' },
  'P23': { check: 'somebody hears of failures', rules: ['argo-cd-notifications/failed-sync-condition', 'argo-cd-notifications/somebody-subscribed'], unwritable: '`NotificationCatalog` has both triggers' },
  'P24': { check: 'reconciliation, shards and webhooks are tuned', cluster: 'how often and on how many shards is right depends on the load' },
  'P29': { check: 'everything is declared, versioned and pulled', cluster: 'a principle; that the committed YAML is what the program makes `--check` shows' },
  'P31': 'no secret is written in plain text',
  'P39': { check: 'CI builds, and a commit deploys', cluster: 'what CI runs stands in its own files' },
  'P40': { check: 'Git tells what ran when', cluster: 'a history, not a manifest' },
  'P57': { check: 'custom resources have a health check', rules: ['apps/child-order-needs-health', 'argo-cd-settings/lua-results'], unwritable: '`HealthCheck` of `ArgoCdConfig`' },
  'P61': { check: 'Argo CD runs with replicas that keep apart', rules: ['practices/pods-apart', 'practices/budget-present'], rest: 'parts that a chart installs' },
  'P62': { check: 'backups and their restore are rehearsed', cluster: 'a drill of people' },
  'P65': { check: 'somebody hears of drift', unwritable: '`NotificationCatalog.onDrifted`' },
};
