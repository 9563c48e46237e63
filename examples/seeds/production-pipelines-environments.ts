import { type ArgoApp, ArgoChart, type Cluster, SyncHook, SyncWaves } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { clusters } from './fleet';

/** Where an environment is. */
interface ApiProps {
  readonly namespace: string;
  readonly cluster: Cluster;
  readonly folder: string;
}

/** The service with its migration before and its test after it. */
class Api extends ArgoChart {
  public constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id, props);

    // The account was applied with the rest, so at the first sync the migration would not have found it and nothing would have come after.
    const account = new kplus.ServiceAccount(this, 'DbMigrator');
    SyncHook.preSync(account);
    const migration = new kplus.Job(this, 'DbMigrate', {
      backoffLimit: 3,
      serviceAccount: account,
      containers: [container('migrate', ['/app/migrate.sh'])],
    });
    // The policy for deletion and the waves stood in values and annotations that Argo CD does not know: the Jobs would have stayed,
    // and everything was in one wave. The phases order them without any.
    SyncHook.preSync(migration, { deletePolicies: ['BeforeHookCreation', 'HookSucceeded'] });
    SyncWaves.of(this).syncAfter(migration, account);

    // Its wave was that of a hook, which it is not.
    const api = new kplus.Deployment(this, 'Api', {
      containers: [{ ...container('api'), portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz', { port: 8080 }) }],
    });
    api.exposeViaService({ name: 'api', ports: [{ port: 80, targetPort: 8080 }] });

    const test = new kplus.Job(this, 'SmokeTest', { backoffLimit: 1, containers: [container('test', ['/app/smoke-test.sh'])] });
    SyncHook.postSync(test, { deletePolicies: ['BeforeHookCreation', 'HookSucceeded'] });
  }
}

/** The service of each environment, in a folder of its own. */
export function productionPipelinesEnvironments(app: ArgoApp): void {
  // A field that does not exist named the overlays, so all three environments would have got the base. And staging had the namespace of
  // production.
  new Api(app, 'api-dev', { folder: 'api/dev', namespace: 'default', cluster: clusters.dev });
  new Api(app, 'api-staging', { folder: 'api/staging', namespace: 'staging', cluster: clusters.staging });
  new Api(app, 'api-prod', { folder: 'api/prod', namespace: 'production', cluster: clusters.prod });
}

function container(name: string, command?: string[]): kplus.ContainerProps {
  return {
    name,
    image: 'registry.example.com/myapp:v1.2.3',
    command,
    resources: { cpu: { request: kplus.Cpu.millis(100) } },
  };
}
