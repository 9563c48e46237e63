/** A CronJob with these lines below `spec`, and these below `spec` of its pods, for the good and bad manifests of a rule. */
export function exampleCronJob(spec: string, pods: string): string {
  return `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
${indented(spec, 2)}
  jobTemplate:
    spec:
      template:
        spec:
${indented(pods, 10)}
          containers:
            - name: report
              image: registry.example.com/report:1.2.3
              resources:
                requests:
                  cpu: 100m
                  memory: 64Mi
                limits:
                  memory: 64Mi
              volumeMounts:
                - name: cache
                  mountPath: /var/cache
`;
}

function indented(text: string, by: number): string {
  return text.split('\n').map((line) => ' '.repeat(by) + line).join('\n');
}
