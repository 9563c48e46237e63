export { ArgoApp, type ArgoAppProps } from './app/argo-app';
export { ArgoChart, type ArgoChartProps } from './app/argo-chart';
export { ChartIndex, type IndexedChart } from './app/chart-index';
export { DryCommit, type DryCommitProps } from './app/dry-commit';
export type { ChartPlacement, LayoutProps } from './app/layout';
export type { ReportFormat } from './app/report';
export { SynthComparison } from './app/synth-comparison';
export type { SynthMode } from './app/synth-mode';
export type { SynthResult } from './app/synth-result';
export type { FileDifference } from './output/comparison';
export { type Acknowledgement, Validations } from './app/validations';

export { CanaryRollout, type CanaryRolloutProps } from './rollouts/canary-rollout';
export { AntiAffinity } from './rollouts/anti-affinity';
export { CanaryProfile, type CanaryProfileProps, type ProfilePlace } from './rollouts/canary-profile';
export { CanaryStep, type RampOptions } from './rollouts/canary-step';
export type { CanaryBaseProps, CanaryStrategyProps, NeedsRouter, RoutedCanaryProps, UnroutedCanaryProps } from './rollouts/canary-strategy-props';
export type { CanaryScale } from './rollouts/steps/canary-scale';
export type {
  AnyExperimentPods, ExperimentAnalysis, ExperimentEnd, ExperimentPods, ExperimentStepProps, WeightedExperimentPods,
} from './rollouts/steps/experiment-step';
export { ExperimentValue } from './rollouts/steps/experiment-value';
export type { ExactHeaderMatch, HeaderMatch, HeaderRoute } from './rollouts/steps/header-route';
export type { MirrorRoute, RequestMatch } from './rollouts/steps/mirror-route';
export type { ExactMatch, PatternMatch, TextMatch } from './rollouts/steps/text-match';
export { BlueGreenRollout, type BlueGreenRolloutProps } from './rollouts/blue-green-rollout';
export type { BlueGreenStrategyProps } from './rollouts/blue-green-strategy';
export type { DelayOrNever } from './rollouts/delay';
export { DeploymentBlueGreenRollout, type DeploymentBlueGreenRolloutProps } from './rollouts/deployment-blue-green-rollout';
export { DeploymentCanaryRollout, type DeploymentCanaryRolloutProps } from './rollouts/deployment-canary-rollout';
export type { DeploymentRef } from './rollouts/deployment-ref';
export { DeploymentRollout, type DeploymentRolloutProps, type DeploymentScaleDown } from './rollouts/deployment-rollout';
export type { EphemeralMetadata } from './rollouts/ephemeral-metadata';
export { Experiment, type ExperimentProps } from './rollouts/experiment';
export { ExperimentTemplate, type ExperimentTemplateProps } from './rollouts/experiment-template';
export type { PodCount } from './rollouts/pod-count';
export { Promotion } from './rollouts/promotion';
export { type NotificationRecipients, NotificationSubscription, type NotifyingKind } from './app/notification-subscription';
export type { BundledRolloutTrigger, RolloutTrigger } from './manifests/rollout-triggers';
export type { IRollout } from './rollouts/any-rollout';
export { Rollout, type RolloutProps } from './rollouts/rollout';
export type { RolloutAnalysis, TreatedChecks } from './rollouts/rollout-analysis';
export type { RolloutSpecProps } from './rollouts/rollout-spec';
export type { PodSecurityOverrides, PodSpecOverrides } from './rollouts/pod-spec';

export { TrafficRouter } from './traffic/traffic-router';
export type { RouterAbilities, RouterAbility } from './traffic/router-ability';
export type { AbilitiesOf, ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget, TrafficRouting } from './traffic/router-binding';
export type {
  IstioNamedVirtualService, IstioRouterProps, IstioSplitBy, IstioStreamRouterProps,
} from './traffic/istio/istio-router-props';
export type { AlbRouterProps, AlbServices } from './traffic/alb-router';
export type { CanaryIngressAnnotations, NginxCanaryHeader, NginxCanaryIngress, NginxRouterProps } from './traffic/nginx-router';
export { IngressRef } from './traffic/ingress/ingress-ref';
export type { IngressPath, IngressTls, NoSplitIngress, SplitIngressProps } from './traffic/ingress/split-ingress';
export type { IstioReach } from './traffic/istio/reach';
export type { PodRatioProps } from './traffic/pod-ratio-router';
export type { IstioHttpRoute, IstioHttpRoutes, IstioOtherHttpRoute } from './traffic/istio/http-routes';
export type { IstioStreamRoutes, IstioTcpRoute, IstioTlsRoute } from './traffic/istio/stream-routes';
export type { IstioHttpVirtualService, IstioStreamVirtualService, IstioVirtualService } from './traffic/istio/virtual-service';
export {
  type HttpVirtualServiceRefOptions, type IstioTcpRouteRef, type IstioTlsRouteRef, type StreamVirtualServiceRefOptions, VirtualServiceRef,
} from './traffic/istio/virtual-service-ref';
export type { IstioDestinationRule } from './traffic/istio/destination-rule';
export type { IstioAdditionalSubset } from './traffic/istio/split';
export { DestinationRuleRef, type DestinationRuleRefOptions } from './traffic/istio/destination-rule-ref';
export type { AmbassadorMapping, AmbassadorRouterProps, HostMapping } from './traffic/ambassador/ambassador-router';
export { MappingRef } from './traffic/ambassador/mapping-ref';
export { ApisixRouteRef } from './traffic/apisix/apisix-route-ref';
export type { ApisixRouterProps } from './traffic/apisix/apisix-router';
export type { ApisixPlugin, ApisixRule } from './traffic/apisix/apisix-rule';
export type { AppMeshRouterProps } from './traffic/app-mesh/app-mesh-router';
export { AppMeshServiceRef, type AppMeshServiceRefOptions } from './traffic/app-mesh/app-mesh-service-ref';
export type { AppMeshBackend, AppMeshRoute } from './traffic/app-mesh/mesh-specs';
export type { GatewayAbilitiesOf, GatewayApiRouterProps, GatewayRoutes } from './traffic/gateway-api/gateway-api-router';
export { GatewayRoute } from './traffic/gateway-api/gateway-route';
export type {
  GrpcRouteFilter, GrpcRouteProps, GrpcRouteRule, HttpRouteFilter, HttpRouteProps, HttpRouteRule, RequestRouteProps, RouteParent,
  RouteProps, TlsRouteProps,
} from './traffic/gateway-api/route-props';
export type { GatewayRouteKind } from './traffic/gateway-api/wire';
export type { PluginAbility, PluginRouterOptions } from './traffic/plugin-router';
export type { SmiRouterProps } from './traffic/smi-router';
export type { TraefikIngress, TraefikMatch, TraefikMiddleware } from './traffic/traefik/traefik-ingress';
export type { TraefikRouterProps, TraefikStickyCookie } from './traffic/traefik/traefik-router';
export { TraefikServiceRef } from './traffic/traefik/traefik-service-ref';

export { AnalysisCheck, type AnalysisCheckProps } from './analysis/analysis-check';
export type { AnalysisOptions, AnalysisRunMetadata, MetricTreatment } from './analysis/analysis-options';
export { AnalysisRun, type AnalysisRunProps, type TtlStrategy } from './analysis/analysis-run';
export {
  type AnyArg, type AnyArgs, Arg, type ArgDeclarations, type ArgReference, type ArgReferences, type ArgValue, type ArgValues,
  type DefaultedArg, type DefaultedReference, type ExternalArgs, type OptionalArg, type RequiredArg, type RequiredArgs, type RuntimeArg,
  type SecretArg, type SecretKey, type SecretReference, type ServiceRole, type WithArgs,
} from './analysis/argument';
export { BackgroundAnalysis, type BackgroundAnalysisOptions } from './analysis/background-analysis';
export { BoundAnalysis } from './analysis/bound-analysis';
export { Check } from './analysis/check';
export type { CheckBaseProps, CheckContents, NamedCheckProps, NestableCheck } from './analysis/check-props';
export { ClusterAnalysisCheck, type ClusterAnalysisCheckProps } from './analysis/cluster-analysis-check';
export type { FieldPath } from './analysis/field-path';
export { type KargoVerification, kargoVerification } from './analysis/kargo-verification';
export { type ComparisonOptions, Condition, type ConditionExpressions, type NoData } from './analysis/condition';
export { Metric } from './analysis/metric';
export { Measurements, type MeasurementsProps } from './analysis/measurements';
export type { IntendedLimits, MetricProps, RawLimits, Repetition } from './analysis/metric-props';
export { type PromQl, promql } from './analysis/promql';
export type { CloudWatchMetricProps, CloudWatchMetricStat, CloudWatchQuery } from './analysis/providers/cloud-watch';
export type { CredentialText, MetricHeaders, OAuth2 } from './analysis/providers/credentials';
export type { DatadogAggregator, DatadogMetricProps, DatadogQuery } from './analysis/providers/datadog';
export type { GraphiteMetricProps } from './analysis/providers/graphite';
export type { InfluxdbMetricProps } from './analysis/providers/influxdb';
export type { JobMetricProps, JobWork } from './analysis/providers/job';
export type { KayentaMetricProps, KayentaScope, KayentaScopeDetail } from './analysis/providers/kayenta';
export type { NewRelicJudgement, NewRelicMetricProps } from './analysis/providers/new-relic';
export type { PluginMetricProps } from './analysis/providers/plugin';
export type { PrometheusAuthentication, PrometheusMetricProps, PrometheusRange, PrometheusServer, SigV4 } from './analysis/providers/prometheus';
export type { SkywalkingJudgement, SkywalkingMetricProps } from './analysis/providers/skywalking';
export type { WavefrontMetricProps } from './analysis/providers/wavefront';
export type { WebMetricProps, WebRequest } from './analysis/providers/web';

export { AlbMetrics, type AlbMetricProps } from './analysis/ready-made/alb';
export { EnvoyGatewayMetrics, type EnvoyGatewayTarget } from './analysis/ready-made/envoy-gateway';
export { HttpMetrics, type HttpTarget } from './analysis/ready-made/http';
export { IstioMetrics, type IstioTarget } from './analysis/ready-made/istio';
export type { LatencyLimit, Share } from './analysis/ready-made/limits';
export { LinkerdMetrics, type LinkerdTarget } from './analysis/ready-made/linkerd';
export { NginxMetrics, type NginxTarget } from './analysis/ready-made/nginx';
export type { LatencyGoal, RequestMetricProps, SuccessRateGoal } from './analysis/ready-made/request-metrics';

export { type DisruptionAllowance, DisruptionBudget, type DisruptionBudgetProps } from './companions/disruption-budget';
export { HashedConfigMap, type HashedConfigMapProps } from './companions/hashed-config-map';
export { type KedaFallback, KedaScaledObject, type KedaScaledObjectProps } from './companions/keda-scaled-object';
export { type KedaPrometheusProps, KedaTrigger, type KedaTriggerProps } from './companions/keda-trigger';
export { PodMonitor, type PodMonitorProps } from './companions/pod-monitor';
export { RollOnChange } from './companions/roll-on-change';
export type { ScrapeProps } from './companions/scrape';
export { ServiceMonitor, type ServiceMonitorProps } from './companions/service-monitor';
export { SmokeCheck, type SmokeCheckProps } from './companions/smoke-check';

export { ArgoCdConfig, type ArgoCdSetting } from './control-plane/argo-cd/argo-cd-config';
export type {
  ArgoCdConfigProps, Banner, DeepLink, GlobalProject, KustomizeSettings, KustomizeVersion, LocalAccount, ReconciliationSettings,
  ResourceCompareOptions, ResourceFilter, SignIn,
} from './control-plane/argo-cd/argo-cd-config-props';
export {
  ArgoCdInstallation, type ArgoCdInstallationProps, type ConfigMapsForm, type HelmValuesForm, type KustomizePatchesForm,
} from './control-plane/argo-cd/argo-cd-installation';
export { ArgoCdParams } from './control-plane/argo-cd/argo-cd-params';
export type {
  ApplicationControllerParams, ApplicationSetControllerParams, ArgoCdParamsProps, RepoServerParams, ServerParams,
} from './control-plane/argo-cd/argo-cd-params-props';
export type {
  IgnoredFields, IgnoredFieldsOfKind, KnownTypes, ResourceActionDefinition, ResourceActions,
} from './control-plane/argo-cd/customizations';
export { HealthCheck, type LuaHealthCheckProps } from './control-plane/argo-cd/health-check';
export type { ResourceKind } from './control-plane/argo-cd/resource-kind';
export type { ArgoCdSecretReference } from './control-plane/argo-cd/secret-reference';
export type { SettingsMapMetadata } from './control-plane/argo-cd/settings-map';
export type { AzureOidc, DexConnector, DexProps, HttpUrl, OidcProps, RequestedClaim } from './control-plane/argo-cd/single-sign-on';
export { ArgoCdNotifications } from './control-plane/notifications/argo-cd-notifications';
export type {
  ApplicationSubscription, ArgoCdNotificationsProps, NotificationRecipient, NotificationTemplates, NotificationTriggers,
} from './control-plane/notifications/argo-cd-notifications-props';
export { CatalogNotification, type CatalogNotificationProps, type CatalogTemplate } from './control-plane/notifications/catalog-notification';
export type { JsonSection } from './control-plane/notifications/json-text';
export { NotificationCatalog } from './control-plane/notifications/notification-catalog';
export { NotificationService } from './control-plane/notifications/notification-service';
export type { NotificationTemplate } from './control-plane/notifications/notification-template';
export { NotificationTrigger, type NotificationTriggerProps } from './control-plane/notifications/notification-trigger';
export type {
  AlertmanagerSection, EmailSection, GitHubSection, GoogleChatSection, MattermostSection, OpsgenieSection, PagerDutySection, SlackSection,
  TeamsSection, TeamsWorkflowsSection, WebhookSection,
} from './control-plane/notifications/template-sections';
export type { ApplicationTrigger, CatalogTrigger } from './manifests/application-triggers';
export type { NotificationServiceType } from './manifests/notification-services';
export type { NotificationSecretKey } from './control-plane/notifications/secret-key';
export type {
  AlertmanagerServiceProps, EmailServiceProps, GitHubServiceProps, NamedNotificationService, NotificationRecipientKeys, SlackServiceProps,
  WebhookServiceProps,
} from './control-plane/notifications/service-props';
export { ImageRegistry, type ImageRegistryProps } from './control-plane/image-updater/image-registry';
export { ImageTarget } from './control-plane/image-updater/image-target';
export { ImageUpdater } from './control-plane/image-updater/image-updater';
export { ImageUpdaterAnnotations, type ImageUpdaterAnnotationsProps } from './control-plane/image-updater/image-updater-annotations';
export { ImageUpdaterConfig, type ImageUpdaterConfigProps } from './control-plane/image-updater/image-updater-config';
export type {
  AnnotatedApplications, CosignKey, ImageUpdaterOptions, ImageUpdaterProps, NamedApplication, UpdatedApplications, UpdatedApplicationsBase,
  WrittenApplications, WrittenEachItsWay, WrittenTheSameWay,
} from './control-plane/image-updater/image-updater-props';
export type { DigestImageProps, FilteredImageProps, ImagePlatform, ImageProps, SemverImageProps } from './control-plane/image-updater/image-props';
export { RegistryCredential, type SecretPlace } from './control-plane/image-updater/registry-credential';
export { Tags } from './control-plane/image-updater/tags';
export { UpdatedImage } from './control-plane/image-updater/updated-image';
export { type GitWriteBackBase, type GitWriteBackProps, type PullRequestWriteBackProps, WriteBack } from './control-plane/image-updater/write-back';
export { WriteBackTarget } from './control-plane/image-updater/write-back-target';
export { ArgoCdRbac, type ArgoCdRbacProps } from './control-plane/rbac/argo-cd-rbac';
export type { TokenBearer, WhoAsks } from './control-plane/rbac/asked';
export { type OneOrMore, Policy } from './control-plane/rbac/policy';
export type { ApplicationObject, ProjectObject, RbacObjects } from './control-plane/rbac/policy-object';
export { RbacGroup } from './control-plane/rbac/rbac-group';
export { Role, type RoleOrigin } from './control-plane/rbac/role';
export { User } from './control-plane/rbac/user';
export type { MatchMode, RbacDecision } from './languages/rbac-policy/decide';
export type { PermissionLine, PolicyPlace } from './languages/rbac-policy/policy-line';
export type { ApplicationAction, RbacActions, RbacResource } from './languages/rbac-policy/vocabulary';
export { RolloutsConfig, type RolloutsConfigProps } from './control-plane/rollouts-config';
export {
  type DefaultSubscription, type RolloutNotificationCondition, type RolloutNotificationConditions, RolloutsNotifications,
  type RolloutsNotificationsProps,
} from './control-plane/rollouts-notifications';
export {
  type GatewayApiPluginProps, type GatewayApiRoute, type PluginPermissions, RolloutsPlugin, type RolloutsPluginProps,
} from './control-plane/rollouts-plugin';

export { ClusterAccess } from './control-plane/registration/cluster-access';
export type { ClusterConnection, ClusterTls, ExecProvider, UnverifiedTls, VerifiedTls } from './control-plane/registration/cluster-connection';
export { ClusterRegistration, type ClusterRegistrationProps } from './control-plane/registration/cluster-registration';
export { CredentialTemplate, type CredentialTemplateProps } from './control-plane/registration/credential-template';
export {
  type AzureServicePrincipal, type GitHubApp, RepositoryCredentials, type RepositoryType,
} from './control-plane/registration/repository-credentials';
export {
  type GitRegistrationProps, type HelmRegistrationProps, type OciRegistrationProps, RepositoryRegistration,
  type RepositoryRegistrationBaseProps, type RepositoryRegistrationProps,
} from './control-plane/registration/repository-registration';
export { ScmCredentials, type ScmCredentialsProps } from './control-plane/registration/scm-credentials';
export { RemoteSecret, type SecretStoreRef } from './control-plane/secrets/remote-secret';
export { SealedValue } from './control-plane/secrets/sealed-value';
export { SecretStore } from './control-plane/secrets/secret-store';
export type { SecretValue } from './control-plane/secrets/secret-value';

export { EncryptedFile } from './kustomize/encrypted-file';
export { Kustomization, type KustomizationProps, type KustomizeImage } from './kustomize/kustomization';

export {
  Cluster, type ClusterLabels, type ClusterProps, type InClusterProps, type KnownClusterProps, type NoLabels, type RegisteredClusterProps,
} from './fleet/cluster';
export { Environment } from './fleet/environment';
export { Fleet, type FleetLabel, type FleetLabelValue } from './fleet/fleet';
export type { GitRepository, GitRepositoryProps } from './fleet/git-repository';
export type { HelmRepository, HelmRepositoryProps } from './fleet/helm-repository';
export type { OciRepository, OciRepositoryProps } from './fleet/oci-repository';
export type { DeepPartial } from './fleet/overlay';
export { type AnyRepository, Repository, type SortOf } from './fleet/repository';

export { ImageLock, type ImageLockOptions, type LockedImageOptions } from './images/image-lock';
export type { LockFileOptions } from './images/lock-file';
export { AppOfApps, type AppOfAppsProps, type ChildApplicationOptions, type NestedAppOfApps, type NestedAppOfAppsProps } from './apps/app-of-apps';
export { ChildApplication, type ChildConstruct, type EarlierChild, type OrderedChild } from './apps/child-application';
export { Application, type ApplicationOptions, type ApplicationProps } from './apps/application';
export type { ApplicationAnnotationProps, ApplicationNotice, CompareOptions } from './apps/application-annotations';
export type { ApplicationSpecOptions, ApplicationSpecProps, ProjectRef } from './apps/application-spec';
export type { CascadeDeletion } from './apps/cascade-deletion';
export type { DeriveDifferences, DerivedDifference } from './apps/derived-differences';
export { Destination, type NamedCluster } from './apps/destination';
export type { IgnoredDifference, IgnoredManagers, IgnoredObjects, IgnoredPaths, IgnoredPointers, JsonPointer } from './apps/ignored-difference';
export { AppProject } from './apps/app-project';
export type {
  AppProjectProps, ClusterResource, DestinationServiceAccount, GroupKind, IgnoredOrphans, OrphanedResources,
} from './apps/projects/app-project-props';
export { type DestinationGlobs, DestinationPattern, type ProjectDestination } from './apps/projects/destination-pattern';
export { type ProjectActions, ProjectPolicy, type ProjectResource } from './apps/projects/project-policy';
export { ProjectRole, type ProjectRoleProps, type ProjectRoleToken } from './apps/projects/project-role';
export { type PermittedRepository, type SignedRepositories, type SigningKeys, SourceIntegrity } from './apps/projects/source-integrity';
export {
  type ClusterOrGlob, type NamedOrGlob, SyncWindow, type SyncWindowOptions, type SyncWindowProps, type SyncWindowSelectors,
} from './apps/projects/sync-window';
export { Retry, type RetryBackoff, type RetryOptions } from './apps/retry';
export { Source } from './apps/source';
export type { HydratedSource, OneOfThem, OneSource, SaidOnce, SeveralSources, SourceChoice } from './apps/source-choice';
export type { DirectoryOptions, JsonnetOptions, JsonnetValue } from './apps/sources/directory';
export type { HelmFile, HelmOptions } from './apps/sources/helm';
export type { KustomizeImageChange, KustomizeOptions, KustomizePatch, KustomizePatchOperation, KustomizePatchTarget } from './apps/sources/kustomize';
export type { PluginOptions, PluginParameter } from './apps/sources/plugin';
export { RefFile, type RefOfFile } from './apps/sources/ref-file';
export { RefSource } from './apps/sources/ref-source';
export type { DrySource, SourceHydrator, SyncSource } from './apps/sources/source-hydrator';
export type { GitFolder, GitSourceProps, HelmChartSourceProps, NamedSource, OciArtifact, OciSourceProps } from './apps/sources/source-props';
export type { SourceTool } from './apps/sources/source-tool';
export { type ManagedNamespace, type PropagationPolicy, SyncOption } from './apps/sync-option';
export { type AutomatedSyncOptions, type SyncOptions, SyncPolicy } from './apps/sync-policy';

export { ApplicationSet } from './appsets/application-set';
export { ApplicationSetGenerator, type GeneratorOptions, type GeneratorValues } from './appsets/application-set-generator';
export type {
  ApplicationSetProps, Generators, IgnoredApplicationDifference, ParametersOf, PreservedFields, ProvidedBy,
} from './appsets/application-set-props';
export type { ApplicationTemplate, ApplicationTemplateOptions } from './appsets/application-template';
export type {
  BitbucketAnonymous, BitbucketLogin, BitbucketPassword, BitbucketToken, ConfigMapKeyRef, GithubLogin, SecretRef,
} from './appsets/credentials';
export { Generator } from './appsets/generator';
export {
  ClusterDecisionResourceGenerator, type ClusterDecisionResourceOptions, type ClusterDecisionResourceProps, type ClusterDecisionShape,
} from './appsets/generators/cluster-decision-resource';
export { ClusterListGenerator } from './appsets/generators/cluster-list';
export {
  ClustersGenerator, type ClusterShape, type ClustersGeneratorProps, type NoSuchLabelButThese, type RequirementOn, type SelectedLabel,
  type SelectedRequirement, type SelectedValue,
} from './appsets/generators/clusters';
export { GitDirectoriesGenerator, type GitDirectoriesProps, type GitDirectoriesShape } from './appsets/generators/git-directories';
export { type FileShape, GitFilesGenerator, type GitFilesProps, type GitFilesShape } from './appsets/generators/git-files';
export type { FolderShape, GitGeneratorProps, PathShape } from './appsets/generators/git-paths';
export { type ListElement, ListGenerator } from './appsets/generators/list';
export { ListFromGenerator } from './appsets/generators/list-from';
export { MatrixGenerator } from './appsets/generators/matrix';
export { MergeGenerator, type MergeKey, type MergeProps } from './appsets/generators/merge';
export { PluginGenerator, type PluginGeneratorProps, type PluginShape } from './appsets/generators/plugin';
export { PullRequestGenerator, type PullRequestShape } from './appsets/generators/pull-request';
export type {
  AzureDevOpsPullRequests, BitbucketPullRequests, BitbucketServerPullRequests, GiteaPullRequests, GithubPullRequests, GitlabMergeRequests,
  PullRequestFilter, PullRequestLabels, PullRequestOptions, PullRequestPlace, PullRequestProps,
} from './appsets/generators/pull-request-props';
export { ScmProviderGenerator, type ScmRepositoryShape } from './appsets/generators/scm-provider';
export type {
  AwsCodeCommit, AzureDevOpsTeam, BitbucketServerProject, BitbucketWorkspace, GiteaOwner, GithubOrganization, GitlabGroup, ScmBranches,
  ScmFilter, ScmPlace, ScmProviderOptions, ScmProviderProps, ScmTls,
} from './appsets/generators/scm-provider-props';
export { GoTemplate, type SlugOptions } from './appsets/go-template';
export type { LabelRequirement, LabelSelector } from './appsets/label-selector';
export {
  type AnyClustersGenerator, type ClustersGenerators, MultiClusterAppSet, type MultiClusterAppSetProps,
} from './appsets/multi-cluster-app-set';
export { ParameterList } from './appsets/parameter-list';
export type {
  FilledIn, GeneratorParameters, LabelParameters, ParameterText, ParameterTexts, ParameterValue, ShapeOf, ShapeOfText,
} from './appsets/parameters';
export type { RequeueOption } from './appsets/requeue';
export type { RollingSync, RollingSyncProps, RollingSyncStep, RollingSyncStepOptions, StepLabels } from './appsets/rolling-sync';
export type { TemplateOverride } from './appsets/template-override';
export type { ApplicationPatch, Patch } from './appsets/template-patch';

export { ObjectSyncOption } from './sync/object-sync-option';
export { ObjectSyncOptions } from './sync/object-sync-options';
export type { SyncGroup } from './sync/sync-group';
export { type DeletionHookOptions, type HookDeletePolicy, SyncHook, type SyncHookOptions } from './sync/sync-hook';
export { SyncWaves } from './sync/sync-waves';
export type {
  PlannedApplication, PlannedApplicationSet, PlannedHold, PlannedObject, PlannedObjects, PlannedPruning, PlannedRelease, PlannedStep,
  PlannedWait, PlannedWave, SyncPhase,
} from './sync-plan/planned';
export { SyncPlan, type SyncPlanOptions } from './sync-plan/sync-plan';
export type { CourseBackground, CourseCheck, CourseStep, CourseWait } from './simulation/course/course-step';
export { RolloutCourse } from './simulation/course/rollout-course';
export type { PodSplit } from './simulation/reachable-weights';

export type { JsonObject, JsonValue } from './manifests/json';
export type { Manifest, ManifestMetadata, ObjectId } from './manifests/manifest';
export type { ManifestEntry } from './manifests/manifest-set';
export type { Pointer } from './manifests/pointer';
export type { Provenance } from './manifests/provenance';
export type { Unit, UnitDestination } from './manifests/unit';
export { ConstructError } from './render/construct-error';
export type { ControllerWrites, JqPath } from './render/controller-writes';
export type { DurationLike, SecondsMinutesOrHours } from './manifests/duration';
export type { Finding, FindingDetails, Severity } from './validation/finding';
export type { RuleLevel, RuleLevels } from './validation/profiles/levels';
export { Profile, type ProfileName } from './validation/profiles/profile';
export type { SkippedCheck, ValidationResult } from './validation/result';
export type { AcknowledgeableRuleId, FatalRuleId, RuleId } from './validation/rule-id';
export type { Targets } from './validation/targets';
export { ValidationError } from './validation/validation-error';
export type { WaivedFinding } from './validation/waivers';

export { ArgoValidation } from './plugin/argo-validation';
export type { ArgoValidationProps } from './plugin/argo-validation-props';
export type { ReportedResource, ReportedViolation, ValidatedSynth, ValidatedSynthReport } from './plugin/validated-synth';
