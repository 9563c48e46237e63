// An image is asked for that the lock file does not have.
import { type ArgoApp, ArgoChart, BlueGreenRollout, ImageLock, Promotion } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const images = ImageLock.read('examples/payment-service/images.lock.yaml');
  new BlueGreenRollout(new ArgoChart(app, 'web', { namespace: 'shop' }), 'Web', {
    containers: [{ image: images.of('payment-servise'), portNumber: 8080 }],
    promotion: Promotion.manual(),
  });
}
