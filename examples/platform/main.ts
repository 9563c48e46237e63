import { platformApp } from './platform';

const app = platformApp();
app.synth();

// What Argo CD will do with it: to be read before the YAML is committed.
console.log(app.syncPlan().toString());
