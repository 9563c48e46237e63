import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Environment } from 'cdk8s-argo';
import { Manifests, TestApp } from 'cdk8s-argo/testing';
import { Orders } from './orders';

/**
 * What `helm template orders helm -n orders` (3.18) and `kustomize build kustomize/overlays/...` (5.5) made
 * of the files beside this one: run them again when you change one.
 */
function rendered(file: string): Manifests {
  return Manifests.fromYaml(readFileSync(join(__dirname, 'rendered', file), 'utf8'));
}

test.each(['helm', 'kustomize'] as const)('everything that %s rendered is in ours', (tool) => {
  for (const environment of [Environment.named('staging'), Environment.named('production')]) {
    const ours = Manifests.fromChart(new Orders(new TestApp(), 'orders', environment));
    for (const { metadata, ...fields } of rendered(`${tool}-${environment.name}.yaml`).all) {
      expect(ours.find(fields.kind, metadata.name!)).toMatchObject(fields);
    }
  }
});
