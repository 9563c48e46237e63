export { Manifests } from './manifests';
export { TestApp } from './test-app';
