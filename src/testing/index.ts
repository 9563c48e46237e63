export { Manifests } from './manifests';
export { TestApp } from './test-app';
export type { JsonObject, JsonValue } from '../manifests/json';
export type { Manifest, ManifestMetadata } from '../manifests/manifest';
