import type { Chart } from 'cdk8s';
import { Manifests } from 'cdk8s-argo/testing';
import { toYaml } from '../../src/manifests/yaml';
import { textReport } from '../../src/validation/report/text';

const outputs: string[] = [];

/** Says what a program prints. A page may show any lines of it that follow each other, in a block of the language text or yaml. */
export function shows(output: string): void {
  // Programs of readers stand at the top of a repository of their own.
  outputs.push(output.replaceAll('test/docs-code/programs/journeys/', ''));
}

/** Says what the report of a synth of this chart is. */
export function showsReport(chart: Chart): void {
  shows(textReport(Manifests.fromChart(chart).validate()));
}

/** Says what objects a chart makes. */
export function showsYaml(chart: Chart): void {
  for (const manifest of Manifests.fromChart(chart).all) shows(toYaml([manifest]));
}

/** Says what a failing assertion prints. */
export function showsFailure(assertion: () => void): void {
  let message: string | undefined;
  try {
    assertion();
  } catch (error) {
    message = (error as Error).message;
  }
  if (message === undefined) throw new Error('nothing failed, so there is nothing to show');
  shows(message);
}

/** What the programs have said so far. */
export function shownOutputs(): readonly string[] {
  return outputs;
}
