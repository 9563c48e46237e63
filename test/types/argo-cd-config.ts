import { ArgoCdConfig, ArgoCdInstallation, ArgoCdParams, HealthCheck } from 'cdk8s-argo';
import { LuaHealth } from 'cdk8s-argo/testing';
import type { Construct } from 'constructs';

const OIDC = { name: 'Okta', issuer: 'https://org.okta.example.com', clientID: 'argo-cd' } as const;
const DEX = { connectors: [{ type: 'github', id: 'github', name: 'GitHub', config: { clientID: 'argo-cd' } }] } as const;

/** Who signs in comes back to an address, and by one way. */
export function signingIn(scope: Construct): void {
  new ArgoCdConfig(scope, 'Oidc', { url: 'https://argo-cd.example.com', oidc: { ...OIDC, clientSecret: '$okta:clientSecret' } });
  new ArgoCdConfig(scope, 'Dex', { url: 'https://argo-cd.example.com', dex: DEX });
  // @ts-expect-error people would not get back to Argo CD
  new ArgoCdConfig(scope, 'NoUrl', { oidc: OIDC });
  // @ts-expect-error an address has a scheme
  new ArgoCdConfig(scope, 'NoScheme', { url: 'argo-cd.example.com' });
  // @ts-expect-error one way to sign in
  new ArgoCdConfig(scope, 'Both', { url: 'https://argo-cd.example.com', oidc: OIDC, dex: DEX });
  // @ts-expect-error a secret is a reference
  new ArgoCdConfig(scope, 'Plain', { url: 'https://argo-cd.example.com', oidc: { ...OIDC, clientSecret: 'hunter2' } });
  // @ts-expect-error Argo CD has no such field
  new ArgoCdConfig(scope, 'Claims', { url: 'https://argo-cd.example.com', oidc: { ...OIDC, claimsMapping: { groups: 'groups' } } });
  // @ts-expect-error OIDC without this scope is none
  new ArgoCdConfig(scope, 'Scopes', { url: 'https://argo-cd.example.com', oidc: { ...OIDC, requestedScopes: ['groups'] } });
}

/** Settings have the values that Argo CD knows. */
export function settings(scope: Construct): void {
  new ArgoCdConfig(scope, 'Config', { accounts: { ci: { capabilities: ['apiKey'] } }, respectRBAC: 'strict', reconciliation: { timeout: '3m' } });
  // @ts-expect-error the capability is apiKey
  new ArgoCdConfig(scope, 'Account', { accounts: { ci: { capabilities: ['apikey'] } } });
  // @ts-expect-error an account that may do nothing
  new ArgoCdConfig(scope, 'Nothing', { accounts: { ci: { capabilities: [] } } });
  // @ts-expect-error no way to track
  new ArgoCdConfig(scope, 'Tracking', { resourceTrackingMethod: 'annotations' });
  // @ts-expect-error a duration has a unit
  new ArgoCdConfig(scope, 'Timeout', { reconciliation: { timeout: 180 } });
  // @ts-expect-error every kind, or one
  new ArgoCdConfig(scope, 'Kinds', { ignoreDifferences: [{ everyKind: true, kind: 'Service', jsonPointers: ['/spec'] }] });
  // @ts-expect-error a pointer begins with a slash
  new ArgoCdConfig(scope, 'Pointer', { ignoreDifferences: [{ kind: 'Service', jsonPointers: ['spec'] }] });
  // @ts-expect-error a project inherits by its labels
  new ArgoCdConfig(scope, 'Global', { globalProjects: [{ project: 'base' }] });
  // @ts-expect-error no such policy
  new ArgoCdParams(scope, 'Params', { applicationSets: { policy: 'delete' } });
  // @ts-expect-error no such part
  new ArgoCdParams(scope, 'Part', { notifications: {} });
}

/** A part takes its form from the installation. */
export function forms(scope: Construct): void {
  new ArgoCdInstallation(scope, 'Values', { as: 'helmValues', file: 'values.yaml' });
  // @ts-expect-error ConfigMaps are no file of values
  new ArgoCdInstallation(scope, 'Maps', { as: 'configMaps', file: 'values.yaml' });
  // @ts-expect-error a kustomization has something to patch
  new ArgoCdInstallation(scope, 'Patches', { as: 'kustomizePatches', resources: [] });
}

/** A check runs on objects. */
export function health(): void {
  const check = HealthCheck.lua({ group: 'example.com', kind: 'Cache', script: 'return { status = "Healthy" }' });
  LuaHealth.of(check).assess({ kind: 'Cache' });
  // @ts-expect-error a check has a kind
  HealthCheck.lua({ group: 'example.com', script: 'return {}' });
  // @ts-expect-error a text is no object
  LuaHealth.of(check).assess('kind: Cache');
}
