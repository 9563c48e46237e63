/**
 * Parameters that the programs of Argo CD 3.5 read from argocd-cmd-params-cm, by the first part of their names:
 * docs/operator-manual/argocd-cmd-params-cm.yaml and manifests/base in argoproj/argo-cd.
 */
function keysOf(groups: Readonly<Record<string, readonly string[]>>): ReadonlySet<string> {
  return new Set(Object.entries(groups).flatMap(([group, names]) => names.map((name) => `${group}.${name}`)));
}

/** Parameters that are `true` or `false`. */
export const BOOLEAN_PARAMETERS: ReadonlySet<string> = keysOf({
  applicationsetcontroller: [
    'debug', 'dryrun', 'enable.git.submodule', 'enable.github.api.metrics', 'enable.leader.election',
    'enable.new.git.file.globbing', 'enable.policy.override', 'enable.progressive.syncs', 'enable.scm.providers',
    'enable.tokenref.strict.mode', 'grpc.enable.txt.service.config', 'profile.enabled', 'repo.server.plaintext',
    'repo.server.strict.tls',
  ],
  commitserver: ['grpc.enable.txt.service.config'],
  controller: [
    'cluster.cache.batch.events.processing', 'diff.server.side', 'grpc.enable.txt.service.config', 'profile.enabled',
    'repo.server.plaintext', 'repo.server.strict.tls', 'resource.health.persist',
  ],
  dexserver: ['connector.failure.continue', 'disable.tls'],
  hydrator: ['enabled'],
  notificationscontroller: ['repo.server.plaintext', 'selfservice.enabled'],
  otlp: ['insecure'],
  reposerver: [
    'allow.oob.symlinks', 'disable.helm.manifest.max.extracted.size', 'disable.oci.manifest.max.extracted.size',
    'disable.tls', 'enable.builtin.git.config', 'enable.git.submodule', 'grpc.enable.txt.service.config', 'include.hidden.directories',
    'plugin.use.manifest.generate.paths', 'profile.enabled',
  ],
  server: [
    'dex.server.plaintext', 'dex.server.strict.tls', 'disable.auth', 'enable.gzip', 'enable.proxy.extension',
    'grpc.enable.txt.service.config', 'insecure', 'profile.enabled', 'repo.server.plaintext', 'repo.server.strict.tls',
    'sync.replace.allowed',
  ],
});

/** Parameters that are whole numbers. */
export const NUMBER_PARAMETERS: ReadonlySet<string> = keysOf({
  applicationsetcontroller: [
    'concurrent.reconciliations.max', 'k8s.client.burst', 'k8s.client.max.idle.connections', 'k8s.client.qps',
    'repo.server.timeout.seconds', 'status.max.resources.count', 'webhook.parallelism.limit',
  ],
  controller: [
    'hydration.processors', 'k8s.client.burst', 'k8s.client.max.idle.connections', 'k8s.client.qps',
    'k8sclient.retry.base.backoff', 'k8sclient.retry.max', 'kubectl.parallelism.limit', 'operation.processors',
    'repo.error.grace.period.seconds', 'repo.server.timeout.seconds', 'self.heal.backoff.cap.seconds',
    'self.heal.backoff.cooldown.seconds', 'self.heal.backoff.factor', 'self.heal.backoff.timeout.seconds', 'self.heal.timeout.seconds',
    'status.processors', 'sync.timeout.seconds', 'sync.wave.delay.seconds',
  ],
  notificationscontroller: ['processors.count'],
  redis: ['db'],
  reposerver: ['git.lsremote.parallelism.limit', 'parallelism.limit'],
  server: [
    'glob.cache.size', 'http.cookie.maxnumber', 'k8s.client.burst', 'k8s.client.max.idle.connections', 'k8s.client.qps',
    'k8sclient.retry.base.backoff', 'k8sclient.retry.max', 'repo.server.timeout.seconds', 'webhook.parallelism.limit',
    'webhook.refresh.workers',
  ],
});

/** Parameters that are durations. */
export const DURATION_PARAMETERS: ReadonlySet<string> = keysOf({
  applicationsetcontroller: [
    'k8s.tcp.idle.timeout', 'k8s.tcp.keepalive', 'k8s.tcp.timeout', 'k8s.tls.handshake.timeout',
    'requeue.after',
  ],
  controller: [
    'app.state.cache.expiration', 'cluster.cache.events.processing.interval', 'default.cache.expiration',
    'ignore.normalizer.jq.timeout', 'k8s.tcp.idle.timeout', 'k8s.tcp.keepalive', 'k8s.tcp.timeout', 'k8s.tls.handshake.timeout',
    'metrics.cache.expiration',
  ],
  reposerver: ['default.cache.expiration', 'git.request.timeout', 'repo.cache.expiration', 'revision.cache.lock.timeout'],
  server: [
    'app.state.cache.expiration', 'connection.status.cache.expiration', 'default.cache.expiration', 'k8s.tcp.idle.timeout',
    'k8s.tcp.keepalive', 'k8s.tcp.timeout', 'k8s.tls.handshake.timeout', 'oidc.cache.expiration',
  ],
});

/** All other parameters. */
export const TEXT_PARAMETERS: ReadonlySet<string> = keysOf({
  application: ['namespaces'],
  applicationsetcontroller: [
    'allowed.scm.providers', 'global.preserved.annotations', 'global.preserved.labels', 'log.format',
    'log.level', 'namespaces', 'policy', 'repo.server.ca.cert.path', 'repo.server.client.cert.key.path',
    'repo.server.client.cert.path', 'scm.root.ca.path',
  ],
  commit: ['server'],
  commitserver: ['listen.address', 'log.format', 'log.level', 'metrics.listen.address'],
  controller: [
    'log.format', 'log.level', 'repo.server.ca.cert.path', 'repo.server.client.cert.key.path',
    'repo.server.client.cert.path', 'sharding.algorithm',
  ],
  dexserver: ['log.format', 'log.level'],
  log: ['format.timestamp'],
  notificationscontroller: [
    'log.format', 'log.level', 'repo.server.ca.cert.path', 'repo.server.client.cert.key.path',
    'repo.server.client.cert.path',
  ],
  otlp: ['address', 'attrs', 'headers'],
  redis: ['compression', 'server'],
  repo: ['server'],
  reposerver: [
    'client.ca.path', 'grpc.max.size', 'helm.manifest.max.extracted.size', 'helm.user.agent', 'listen.address',
    'log.format', 'log.level', 'max.combined.directory.manifests.size', 'metrics.listen.address', 'oci.layer.media.types',
    'oci.manifest.max.extracted.size', 'plugin.tar.exclusions', 'streamed.manifest.max.extracted.size',
    'streamed.manifest.max.tar.size', 'tls.ciphers', 'tls.maxversion', 'tls.minversion',
  ],
  server: [
    'api.content.types', 'basehref', 'content.security.policy', 'dex.server', 'listen.address', 'log.format', 'log.level',
    'metrics.listen.address', 'repo.server.ca.cert.path', 'repo.server.client.cert.key.path', 'repo.server.client.cert.path',
    'rootpath', 'staticassets', 'tls.ciphers', 'tls.maxversion', 'tls.minversion', 'x.frame.options',
  ],
});

/** Every parameter. */
export const PARAMETER_KEYS: readonly string[] = [...BOOLEAN_PARAMETERS, ...NUMBER_PARAMETERS, ...DURATION_PARAMETERS, ...TEXT_PARAMETERS];
