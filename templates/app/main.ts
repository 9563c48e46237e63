import { deployments } from './deployments';

deployments().synth();
