import * as path from 'node:path';
import { ArgoChart, type ArgoChartProps, CanaryRollout, CanaryStep, EncryptedFile, type Environment, Kustomization, TrafficRouter } from 'cdk8s-argo';
import { Probe } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** The environments that the chart has values for: another one does not compile. */
export interface WebProps extends ArgoChartProps {
  readonly environment: Environment<'staging' | 'production'>;
}

const BASE = { image: 'registry.example.com/web:2.4.1', replicas: 2, probe: { path: '/', failureThreshold: 3 } };

/** A base, and what each environment changes in it. */
export class Web extends ArgoChart {
  public constructor(scope: Construct, id: string, props: WebProps) {
    super(scope, id, { namespace: 'web', ...props });
    const { environment } = props;
    const settings = environment.overlay(BASE, { production: { replicas: 8, probe: { failureThreshold: 5 } } });
    new CanaryRollout(this, 'Web', {
      replicas: settings.replicas,
      containers: [{
        image: settings.image,
        portNumber: 8080,
        readiness: Probe.fromHttpGet(settings.probe.path, { failureThreshold: settings.probe.failureThreshold }),
      }],
      trafficRouting: TrafficRouter.istio({ splitBy: 'subset' }),
      steps: CanaryStep.ramp(environment.choose({ staging: [50], production: [5, 20, 50] }), { pause: '5m' }),
    });
    // Argo CD applies the folder with Kustomize, which has KSOPS decrypt the file.
    new Kustomization(this, 'Kustomization', {
      labels: { 'example.com/team': 'shop' },
      encryptedFiles: [EncryptedFile.fromPath(path.join(__dirname, 'web-secrets.yaml'))],
    });
  }
}
