/**
 * Values that are only known when an experiment runs, for the arguments of its checks:
 * `check.withArgs({ hash: ExperimentValue.podTemplateHash('canary') })`.
 *
 * @see utils/experiment and experiments/experiment.go in argoproj/argo-rollouts
 */
export class ExperimentValue {
  /** The pod-template-hash of the pods of a template. */
  public static podTemplateHash(template: string): string {
    return `{{templates.${template}.podTemplateHash}}`;
  }

  /** The name of the ReplicaSet of a template. */
  public static replicaSetName(template: string): string {
    return `{{templates.${template}.replicaset.name}}`;
  }

  /** When all pods of the experiment were available. */
  public static availableAt(): string {
    return '{{experiment.availableAt}}';
  }

  /** When the experiment ends. Known only for one with a duration. */
  public static finishedAt(): string {
    return '{{experiment.finishedAt}}';
  }

  private constructor() {}
}
