import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { contributeSetting } from '../app/contributed-settings';

/** What Argo CD is asked to do. */
export interface Delivering {
  readonly kind: 'Application' | 'ApplicationSet';
  readonly name: string;
  /** @default - that of the chart */
  readonly namespace?: string;
  /** Whether manifests are hydrated. */
  readonly hydrated: boolean;
}

/** Says what Argo CD has to be told for it: that the hydrator is on, and that it looks at a namespace other than its own. */
export function needSettingsOf(scope: Construct, { kind, name, hydrated, namespace = Chart.of(scope).namespace }: Delivering): void {
  const configMap = 'argocd-cmd-params-cm';
  if (hydrated) {
    contributeSetting(scope, { configMap, key: 'hydrator.enabled', value: 'true', why: `nothing renders the ${kind} ${name}`, namespace });
  }
  if (namespace === undefined) return;
  const keys = kind === 'Application' ? ['application.namespaces'] : ['applicationsetcontroller.namespaces', 'application.namespaces'];
  for (const key of keys) {
    contributeSetting(scope, {
      configMap, key, value: namespace, why: `Argo CD does not look at the ${kind} ${name} in the namespace ${namespace}`, namespace, isNamespace: true,
    });
  }
}
