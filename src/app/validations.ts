import type { IConstruct } from 'constructs';
import { currentUserFrame } from '../manifests/user-frame';
import { failHere } from '../render/construct-error';
import type { AcknowledgeableRuleId } from '../validation/rule-id';
import { Waiver } from '../validation/waivers';

const ACKNOWLEDGED = 'cdk8s-argo:acknowledged';

/** Why a finding is right here. */
export interface Acknowledgement {
  /** Id of the rule, as the report prints it: `rollouts/weights-without-router`. */
  readonly rule: AcknowledgeableRuleId;
  /** For the reader of the code, and of the report. */
  readonly reason: string;
  /**
   * The last day on which it holds, `YYYY-MM-DD` in UTC; after it the finding is back.
   * @default - it holds for ever
   */
  readonly until?: string;
  /**
   * Writes it into the manifests as well, so that whoever judges the committed YAML without this program knows of it. The objects that the
   * findings are about, and no others, get the annotation `acknowledge.cdk8s-argo/<category>.<rule>`, which `cdk8s-argo lint` reads. Lines
   * of the reason become one. An annotation of that name that the object has itself stays. Templates of pods are not touched, so nothing
   * is restarted.
   *
   * It is written when the validation is done: the files and the YAML of a synth and the manifests of a test have it, and `toJson()` of an
   * object alone does not. Nothing is validated twice for it.
   * @default false
   */
  readonly annotate?: boolean;
}

/** Answers for findings of the validation. */
export class Validations {
  /** The findings about the objects of this construct and of all below it. */
  public static of(scope: IConstruct): Validations {
    return new Validations(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /** Takes the findings of a rule out of the report. One that matches nothing is reported, so that it does not outlive its cause. */
  public acknowledge(acknowledgement: Acknowledgement): this {
    const { scope } = this;
    const constructPath = scope.node.path;
    const source = currentUserFrame();
    try {
      const waiver = new Waiver({ ...acknowledgement, scope: { constructPath }, origin: { constructPath, source: () => source } });
      scope.node.addMetadata(ACKNOWLEDGED, waiver, { stackTrace: false });
    } catch (error) {
      throw failHere(scope, (error as Error).message);
    }
    return this;
  }
}

/** What was acknowledged at this construct. */
export function waiversOf(construct: IConstruct): Waiver[] {
  return construct.node.metadata.filter((entry) => entry.type === ACKNOWLEDGED).map((entry) => entry.data as Waiver);
}
