/** A Job that migrates before the sync, as the account `db-migrator`, for the good and bad manifests of a rule. */
export function exampleMigration(): string {
  return `apiVersion: batch/v1
kind: Job
metadata:
  name: db-migrate
  annotations:
    argocd.argoproj.io/hook: PreSync
spec:
  backoffLimit: 3
  template:
    spec:
      serviceAccountName: db-migrator
      restartPolicy: Never
      containers:
        - name: migrate
          image: registry.example.com/migrate:1.2.3
`;
}
