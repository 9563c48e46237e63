import type { SeedError } from './seed-error';

/** The errors in Applications, in what they apply, and in the configuration of Argo CD. */
export const ARGO_CD_ERRORS: readonly SeedError[] = [
  {
    id: 'E02', what: 'overlays in a field that does not exist', files: ['25'], namespace: 'argocd',
    rule: 'schema/unknown-field', severity: 'error',
    at: ['ApplicationSet/api-environments /spec/template/spec/source/kustomize/overlays'],
  },
  {
    id: 'E08', what: 'objects without name and spec', files: ['17'],
    rule: 'schema/required', severity: 'error',
    at: [
      'ConfigMap/ /metadata/name',
      'Rollout/ /metadata/name',
      'Rollout/ /spec',
      'HorizontalPodAutoscaler/ /metadata/name',
      'HorizontalPodAutoscaler/ /spec',
    ],
  },
  {
    id: 'E09', what: 'waves of hooks in an annotation of their own', files: ['26'],
    rule: 'sync/known-annotation', severity: 'error',
    at: [
      'Job/db-migrate /metadata/annotations/argocd.argoproj.io~1hook-sync-wave',
      'Deployment/api /metadata/annotations/argocd.argoproj.io~1hook-sync-wave',
      'Job/smoke-test /metadata/annotations/argocd.argoproj.io~1hook-sync-wave',
    ],
  },
  {
    id: 'E10', what: 'a moment of deletion that does not exist', files: ['26'],
    rule: 'sync/hook-delete-policy', severity: 'error',
    at: [
      'Job/db-migrate /metadata/annotations/argocd.argoproj.io~1hook-delete-policy',
      'Job/smoke-test /metadata/annotations/argocd.argoproj.io~1hook-delete-policy',
    ],
  },
  {
    id: 'E11', what: 'a field that OIDC does not have', files: ['29'], namespace: 'argocd',
    rule: 'argo-cd-settings/oidc-config', severity: 'error', at: ['ConfigMap/argocd-cm /data/oidc.config'],
  },
  {
    id: 'E12', what: 'two registries without a prefix', files: ['31'],
    rule: 'image-updater/registries', severity: 'error', at: ['ConfigMap/argocd-image-updater-config /data/registries.conf'],
  },
  {
    id: 'E12', what: 'the API of a service in place of a registry', files: ['31'],
    rule: 'image-updater/expiring-login', severity: 'warning', at: ['ConfigMap/argocd-image-updater-config /data/registries.conf'],
  },
  {
    id: 'E13', what: 'annotations of the Image Updater on a Kustomization', files: ['32'],
    rule: 'image-updater/annotations-place', severity: 'error',
    at: ['Kustomization/ /metadata/annotations/argocd-image-updater.argoproj.io~1image-list'],
  },
  {
    id: 'E14', what: 'an old name of a strategy', files: ['32'],
    rule: 'image-updater/update-strategy', severity: 'warning',
    at: ['Kustomization/ /metadata/annotations/argocd-image-updater.argoproj.io~1myapp.update-strategy'],
  },
  {
    id: 'E49', what: 'policies about environments, where every Application is in the project default', files: ['24', '28'], namespace: 'argocd',
    rule: 'rbac/project-exists', severity: 'warning', at: ['ConfigMap/argocd-rbac-cm /data/policy.csv'],
  },
  {
    id: 'E49', what: 'a role that may sync and not see', files: ['28'],
    rule: 'rbac/sync-needs-get', severity: 'warning', at: ['ConfigMap/argocd-rbac-cm /data/policy.csv'],
  },
  {
    id: 'E49', what: 'the administrator written again', files: ['28'],
    rule: 'rbac/built-in-role', severity: 'warning', at: ['ConfigMap/argocd-rbac-cm /data/policy.csv'],
  },
  {
    id: 'E49', what: 'no default role', files: ['28'],
    rule: 'rbac/default-role-said', severity: 'info', at: ['ConfigMap/argocd-rbac-cm /data'],
  },
  {
    id: 'E24', what: 'a tool as a plugin', files: ['24'], namespace: 'argocd',
    rule: 'apps/plugin-of-a-tool', severity: 'warning', at: ['Application/api /spec/source/plugin/name'],
  },
  {
    id: 'E25', what: 'a configuration that Argo CD does not see', files: ['06'], namespace: 'argocd',
    rule: 'argo-cd-settings/part-of-label', severity: 'error',
    at: ['ConfigMap/argocd-cm /metadata/labels/app.kubernetes.io~1part-of'],
  },
  {
    id: 'E25', what: 'a configuration that Argo CD does not see', files: ['27'], namespace: 'argocd',
    rule: 'argo-cd-settings/part-of-label', severity: 'error',
    at: ['ConfigMap/argocd-cm /metadata/labels/app.kubernetes.io~1part-of'],
  },
  {
    id: 'E25', what: 'a configuration that Argo CD does not see', files: ['29'], namespace: 'argocd',
    rule: 'argo-cd-settings/part-of-label', severity: 'error',
    at: ['ConfigMap/argocd-cm /metadata/labels/app.kubernetes.io~1part-of'],
  },
  {
    id: 'E36', what: 'steps by a label that no Application has', files: ['05'], namespace: 'argocd',
    rule: 'appsets/rolling-sync-covers', severity: 'error',
    at: ['ApplicationSet/my-app-multi-cluster /spec/strategy/rollingSync/steps'],
  },
  {
    id: 'E37', what: 'automatic syncs that steps switch off', files: ['05'], namespace: 'argocd',
    rule: 'appsets/rolling-sync-automated', severity: 'info',
    at: ['ApplicationSet/my-app-multi-cluster /spec/template/spec/syncPolicy/automated/selfHeal'],
  },
  {
    id: 'E38', what: 'another branch for production than for staging', files: ['05'], namespace: 'argocd',
    rule: 'appsets/one-revision', severity: 'warning', at: ['ApplicationSet/my-app-multi-cluster /spec/template/spec'],
  },
  {
    id: 'E39', what: 'placeholders that stay as they are', files: ['05', '09', '25'], namespace: 'argocd',
    rule: 'appsets/go-template', severity: 'warning',
    at: ['ApplicationSet/my-app-multi-cluster /spec', 'ApplicationSet/my-app-set /spec', 'ApplicationSet/api-environments /spec'],
  },
  {
    id: 'E39', what: 'a folder by a label that clusters may not have', files: ['09'], namespace: 'argocd',
    rule: 'appsets/label-certain', severity: 'warning', at: ['ApplicationSet/my-app-set /spec/template/spec/source/path'],
  },
  {
    id: 'E40', what: 'servers made up from names', files: ['25'], namespace: 'argocd',
    rule: 'apps/server-assembled', severity: 'warning',
    at: ['ApplicationSet/api-environments /spec/template/spec/destination/server'],
  },
  {
    id: 'E41', what: 'replicas of a Deployment where there is a Rollout', files: ['01', '02'], namespace: 'argocd',
    rule: 'ownership/ignored-kind-delivered', severity: 'warning',
    at: ['Application/my-app-production /spec/ignoreDifferences/0/kind'],
  },
  {
    id: 'E41', what: 'weights that Argo CD sets back', files: ['01', '02'], namespace: 'argocd',
    rule: 'ownership/controller-fields-ignored', severity: 'warning',
    at: ['Application/my-app-production /spec/ignoreDifferences'],
  },
  {
    id: 'E43', what: 'an autoscaler that waits for its Rollout', files: ['17'],
    rule: 'sync/autoscaler-after-rollout', severity: 'warning',
    at: ['HorizontalPodAutoscaler/ /metadata/annotations/argocd.argoproj.io~1sync-wave'],
  },
  {
    id: 'E44', what: 'a health check in place of a better one', files: ['06'], namespace: 'argocd',
    rule: 'argo-cd-settings/needless-health-check', severity: 'warning',
    at: ['ConfigMap/argocd-cm /data/resource.customizations.health.argoproj.io_Rollout'],
  },
  {
    id: 'E44', what: 'a new Rollout without a status', files: ['06'], namespace: 'argocd',
    rule: 'argo-cd-settings/lua-results', severity: 'warning',
    at: ['ConfigMap/argocd-cm /data/resource.customizations.health.argoproj.io_Rollout'],
  },
  {
    id: 'E45', what: 'a health check for a group that is gone', files: ['27'], namespace: 'argocd',
    rule: 'argo-cd-settings/needless-health-check', severity: 'warning',
    at: ['ConfigMap/argocd-cm /data/resource.customizations.health.certmanager.k8s.io_Certificate'],
  },
  {
    id: 'E46', what: 'three ConfigMaps of one name', files: ['06', '27', '29'], namespace: 'argocd',
    rule: 'manifests/unique', severity: 'error', at: ['ConfigMap/argocd-cm /metadata/name'],
  },
  {
    id: 'E47', what: 'messages that nobody subscribes to', files: ['07'], namespace: 'argocd',
    rule: 'argo-cd-notifications/somebody-subscribed', severity: 'info', at: ['ConfigMap/argocd-notifications-cm /data'],
  },
  {
    id: 'E47', what: 'messages that nobody subscribes to', files: ['16'], namespace: 'argocd',
    rule: 'argo-cd-notifications/somebody-subscribed', severity: 'info', at: ['ConfigMap/argocd-notifications-cm /data'],
  },
  {
    id: 'E48', what: 'a failed sync that is none', files: ['16'], namespace: 'argocd',
    rule: 'argo-cd-notifications/failed-sync-condition', severity: 'warning', at: ['ConfigMap/argocd-notifications-cm /data/trigger.on-sync-failed'],
  },
  {
    id: 'E50', what: 'single sign-on without an address to come back to', files: ['29'], namespace: 'argocd',
    rule: 'argo-cd-settings/sign-on-url', severity: 'error', at: ['ConfigMap/argocd-cm /data/oidc.config'],
  },
  {
    id: 'E51', what: 'an Argo CD that lets everybody in', files: ['33'], namespace: 'argocd',
    rule: 'argo-cd-settings/open-server', severity: 'warning',
    at: ['StatefulSet/argocd-server /spec/template/spec/containers/0/command/2'],
  },
  {
    id: 'E56', what: 'a secret that ends in dots', files: ['18'],
    rule: 'secrets/sealed-value', severity: 'error',
    at: ['SealedSecret/my-app-secrets /spec/encryptedData/API_KEY', 'SealedSecret/my-app-secrets /spec/encryptedData/DATABASE_URL'],
  },
];
