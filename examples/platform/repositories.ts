import { Repository } from 'cdk8s-argo';

/** This program's YAML is committed here. */
export const manifests = Repository.git({ url: 'https://git.example.com/platform/manifests.git', revision: 'main', root: 'dist/platform' });

/** What others package. */
export const istioCharts = Repository.helm({ url: 'https://charts.example.com/istio' });
export const monitoringCharts = Repository.helm({ url: 'https://charts.example.com/prometheus' });
export const argoCharts = Repository.helm({ url: 'https://charts.example.com/argo' });
