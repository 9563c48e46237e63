import * as fs from 'node:fs';
import { ApiObject, type ApiObjectProps } from 'cdk8s';
import { type ArgoApp, ArgoChart } from 'cdk8s-argo';
import * as yaml from 'js-yaml';

/** Puts the documents of a YAML file into a chart, as somebody does who brings manifests from elsewhere. */
export function include(app: ArgoApp, file: string): void {
  const chart = new ArgoChart(app, 'shop', { namespace: 'shop' });
  const documents = yaml.loadAll(fs.readFileSync(file, 'utf8')) as ApiObjectProps[];
  for (const document of documents) {
    new ApiObject(chart, `${document.kind}-${document.metadata?.name ?? ''}`, document);
  }
}
