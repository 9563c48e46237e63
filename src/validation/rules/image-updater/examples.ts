import { EXAMPLE_SOURCE, exampleApplication } from '../apps/example-application';

/** An ImageUpdater with these fields of its spec, and of its one image, for the examples of rules. */
export function exampleUpdater(spec = '', image = ''): string {
  return `apiVersion: argocd-image-updater.argoproj.io/v1alpha1
kind: ImageUpdater
metadata:
  name: shop
  namespace: argocd
spec:${indented(spec, 2)}
  applicationRefs:
    - namePattern: shop-*
      images:
        - alias: web
          imageName: registry.example.com/shop/web:1.x${indented(image, 10)}
`;
}

/** An Application with these annotations, and an ImageUpdater that has them read. */
export function exampleAnnotations(annotations: string): string {
  return `${exampleApplication(EXAMPLE_SOURCE, { annotations: annotations.replace(/^(?=\S)/gm, 'argocd-image-updater.argoproj.io/') })}---
apiVersion: argocd-image-updater.argoproj.io/v1alpha1
kind: ImageUpdater
metadata:
  name: annotated
  namespace: argocd
spec:
  applicationRefs:
    - namePattern: '*'
      useAnnotations: true
`;
}

function indented(text: string, by: number): string {
  return text.trim() === '' ? '' : `\n${text.trim().split('\n').map((line) => ' '.repeat(by) + line).join('\n')}`;
}
