/** A ScaledObject of Rollout `web`, with these fields and this trigger. Texts are YAML from the first column. */
export function exampleScaledObject(parts: { readonly spec?: string; readonly trigger?: string } = {}): string {
  const indented = (text: string, by: number): string => text.split('\n').map((line) => ' '.repeat(by) + line).join('\n');
  return `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.4.2
  strategy:
    canary: {}
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: argoproj.io/v1alpha1
    kind: Rollout
    name: web
${indented(parts.spec ?? 'maxReplicaCount: 10', 2)}
  triggers:
    - ${indented(parts.trigger ?? "type: cpu\nmetricType: Utilization\nmetadata:\n  value: '70'", 6).trimStart()}
`;
}
