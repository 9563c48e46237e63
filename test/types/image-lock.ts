import { Environment, ImageLock } from 'cdk8s-argo';

/** Names that the program asks for are known where they are said. */
export function names(): void {
  const images = ImageLock.read('images.lock.yaml', { names: ['storefront', 'payments'] });
  images.of('storefront');
  images.of('payments', { environment: Environment.named('production') });
  images.of('payments', { environment: 'production' });
  // @ts-expect-error the image is `storefront`
  images.of('storefrnt');
  // @ts-expect-error an environment is named, or an Environment
  images.of('storefront', { environment: 1 });
}

/** Without them every name may be in the file. */
export function anyName(): void {
  ImageLock.read('images.lock.yaml').of('whatever');
  // @ts-expect-error a lock is read from a file
  new ImageLock('images.lock.yaml');
}
