import { Application, ArgoChart, Destination, ObjectSyncOption, ObjectSyncOptions, Source } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { manifests } from './repositories';

/** A chart of this program. */
export class Web extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'web' });
    const settings = new kplus.ConfigMap(this, 'Settings', { data: { theme: 'dark' } });
    // Deleting the chart's Application, or a mistake in Git, leaves these.
    ObjectSyncOptions.of(settings).add(ObjectSyncOption.neverPrune(), ObjectSyncOption.neverDelete());
  }
}

/** Its Application: path, revision and namespace are those of the chart. */
export function webApplication(scope: Construct, web: Web): Application {
  return new Application(scope, 'Web', { source: Source.chart(web, manifests), destination: Destination.inCluster(), cascadeDeletion: true });
}
