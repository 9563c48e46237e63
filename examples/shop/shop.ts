import { ArgoChart, type Environment, SyncHook, SyncWaves } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { Payments } from './payments';
import { Storefront } from './storefront';

export interface ShopProps {
  readonly host: string;
  readonly replicas: number;
  readonly image: string;
  /** Where it is released to, if the repository has a folder for each environment. */
  readonly environment?: Environment;
}

/** Three services and a migration of their database, in one namespace. */
export class Shop extends ArgoChart {
  public constructor(scope: Construct, id: string, props: ShopProps) {
    super(scope, id, { namespace: 'shop', environment: props.environment, labels: { 'app.kubernetes.io/part-of': 'shop' } });

    const settings = new kplus.ConfigMap(this, 'Settings', { data: { CURRENCY: 'EUR', MAIL_FROM: `shop@${props.host}` } });
    const mailer = new kplus.Deployment(this, 'Mailer', {
      replicas: 1,
      containers: [{
        image: `registry.example.com/shop/mailer:${props.image}`,
        portNumber: 8080,
        envFrom: [kplus.Env.fromConfigMap(settings)],
        readiness: kplus.Probe.fromHttpGet('/healthz'),
      }],
    });
    mailer.exposeViaService({ name: 'mailer' });

    const storefront = new Storefront(this, 'Storefront', {
      image: `registry.example.com/shop/storefront:${props.image}`,
      host: props.host,
      replicas: props.replicas,
      settings,
    });
    const payments = new Payments(this, 'Payments', {
      image: `registry.example.com/shop/payments:${props.image}`,
      replicas: props.replicas,
      caller: storefront.web,
    });

    // The tables have the new columns before a pod of the new version starts.
    const migration = new kplus.Job(this, 'Migration', {
      backoffLimit: 2,
      containers: [{ image: `registry.example.com/shop/migrations:${props.image}` }],
    });
    SyncHook.preSync(migration, { deletePolicies: ['BeforeHookCreation', 'HookSucceeded'] });

    // Both rollouts come last: while one of them waits for a person, nothing of a later wave is applied.
    SyncWaves.of(this).sequence(settings, mailer, payments).syncAfter(storefront, mailer);
  }
}
