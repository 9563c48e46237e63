import { ArgoChart, BlueGreenRollout, type Environment, ImageLock, Promotion } from 'cdk8s-argo';
import type { Construct } from 'constructs';

const images = ImageLock.read('test/docs-code/programs/images.lock.yaml', { names: ['storefront', 'payments'] });

/** A shop in an environment, with the images that run there. */
export class Shop extends ArgoChart {
  public constructor(scope: Construct, id: string, environment: Environment<'staging' | 'production'>) {
    super(scope, id, { namespace: 'shop', environment });
    new BlueGreenRollout(this, 'Payments', {
      containers: [{ image: images.of('payments', { environment }), portNumber: 8080 }],
      promotion: Promotion.manual(),
    });
  }
}
