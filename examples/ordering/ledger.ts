import { join } from 'node:path';
import { ApiObject, Include } from 'cdk8s';
import { ArgoChart, CanaryRollout, CanaryStep, SmokeCheck, SyncHook, SyncWaves, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** A service with everything around it that has to happen in an order. */
export class Ledger extends ArgoChart {
  /** Who asks the others: what has to be there before it. */
  public readonly web: CanaryRollout;

  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'ledger' });

    const settings = new kplus.ConfigMap(this, 'Settings', { data: { CURRENCY: 'EUR' } });
    const limits = new kplus.ConfigMap(this, 'Limits', { data: { DAILY: '10000' } });
    const cache = new kplus.Deployment(this, 'Cache', {
      replicas: 1,
      containers: [{ image: 'registry.example.com/ledger/cache:2.1.0', portNumber: 6379, readiness: kplus.Probe.fromTcpSocket() }],
    });
    const web = new CanaryRollout(this, 'Web', {
      replicas: 4,
      containers: [{
        image: 'registry.example.com/ledger/web:2.1.0',
        portNumber: 8080,
        envFrom: [kplus.Env.fromConfigMap(settings), kplus.Env.fromConfigMap(limits)],
        readiness: kplus.Probe.fromHttpGet('/healthz'),
      }],
      trafficRouting: TrafficRouter.podRatio(),
      steps: CanaryStep.ramp([25, 50], { pause: '5m' }),
    });
    this.web = web;

    // Before the sync: the account of the migration, then the migration.
    const account = new kplus.ServiceAccount(this, 'Migrator');
    const migration = job(this, 'Migration', 'migrate', account);
    SyncHook.preSync(account);
    SyncHook.preSync(migration, { deletePolicies: ['BeforeHookCreation', 'HookSucceeded'] });

    // With every sync: a Job that is applied once runs once.
    const warmUp = job(this, 'WarmUp', 'warm-up');
    SyncHook.sync(warmUp);

    // After the sync: two tests, the cheap one first.
    const smoke = new SmokeCheck(this, 'Smoke', { service: web.service, image: 'registry.example.com/tools/curl:8.10.1', path: '/healthz' });
    const booking = job(this, 'TestBooking', 'test-booking');
    SyncHook.postSync(booking, { deletePolicies: ['BeforeHookCreation', 'HookSucceeded'] });

    SyncWaves.of(this)
      .useKindOrder()
      .sequence(account, migration, [settings, limits], cache, warmUp, web, smoke, booking);

    // When the Application is deleted.
    SyncHook.preDelete(job(this, 'LastBackup', 'backup'), { keep: true });
    SyncHook.postDelete(job(this, 'SignOff', 'sign-off'));

    // The file brings a test of its own that nobody wants in this namespace.
    const reports = new Include(this, 'Reports', { url: join(__dirname, 'reports.yaml') });
    for (const test of reports.apiObjects.filter(({ kind }) => kind === 'Job')) SyncHook.skip(test);

    // What counts the pods is there before any of them, whatever else is ordered later.
    const quota = new ApiObject(this, 'Quota', {
      apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'ledger' }, spec: { hard: { pods: '40' } },
    });
    SyncWaves.of(this).pin(quota, -1);
  }
}

function job(scope: Construct, id: string, does: string, serviceAccount?: kplus.ServiceAccount): kplus.Job {
  return new kplus.Job(scope, id, {
    backoffLimit: 2,
    serviceAccount,
    containers: [{ image: 'registry.example.com/ledger/jobs:2.1.0', args: [does], resources: { cpu: { request: kplus.Cpu.millis(100) } } }],
  });
}
