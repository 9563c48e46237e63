import { ArgoApp } from 'cdk8s-argo';
import { analysis } from './analysis';
import { backgroundAnalysis } from './background-analysis';
import { blueGreen } from './blue-green';
import { experiment } from './experiment';
import { plugin } from './plugin';
import { profiles } from './profile';
import { setCanaryScale } from './set-canary-scale';
import { setHeaderRoute } from './set-header-route';
import { setMirrorRoute } from './set-mirror-route';
import { setWeightAndPause } from './set-weight-and-pause';
import { standaloneExperiment } from './standalone-experiment';

// One unit for each kind of step, and one for the other strategy.
const app = new ArgoApp({ outdir: 'dist/steps' });

const shown = [
  setWeightAndPause, profiles, setCanaryScale, analysis, backgroundAnalysis, setHeaderRoute, setMirrorRoute, experiment,
  standaloneExperiment, plugin, blueGreen,
];
for (const show of shown) show(app);

app.synth();
