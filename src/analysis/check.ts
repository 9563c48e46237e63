import { Construct } from 'constructs';
import { adopt } from '../app/adopt';
import { failHere } from '../render/construct-error';
import type { AnyArgs, ArgValue, RequiredArgs, WithArgs } from './argument';
import { valueProblem } from './argument-values';
import { BoundAnalysis } from './bound-analysis';
import type { CheckTemplate } from './check-template';

/**
 * A check that a rollout can be made to pass, whoever makes its template: `AnalysisCheck` and `ClusterAnalysisCheck` make one,
 * their `fromName` names one made elsewhere. Arguments are known to the compiler.
 */
export abstract class Check<A extends AnyArgs = {}> extends Construct {
  /** Whether the template belongs to the whole cluster, so that rollouts of every namespace can use it. */
  public abstract readonly clusterScope: boolean;

  protected constructor(scope: Construct, id: string, private readonly args: A) {
    super(scope, id);
    adopt(this);
  }

  /** The name of the template. */
  public abstract get name(): string;

  /** The arguments that whoever uses the check has to supply. */
  public get requiredArgs(): ReadonlyArray<RequiredArgs<A>> {
    return Object.keys(this.args).filter((name) => this.args[name]!.kind === 'required') as Array<RequiredArgs<A>>;
  }

  /** The check with values for its arguments, ready for a rollout. */
  public withArgs(...values: WithArgs<A>): BoundAnalysis {
    const given: Readonly<Record<string, ArgValue | undefined>> = values[0] ?? {};
    for (const [name, value] of Object.entries(given)) {
      const arg = Object.hasOwn(this.args, name) ? this.args[name] : undefined;
      if (!arg) throw failHere(this, `the analysis has no argument ${JSON.stringify(name)}. its arguments are: ${this.argNames()}`);
      if (arg.kind === 'secret') {
        throw failHere(this, `the argument ${JSON.stringify(name)} is read from the Secret ${arg.secret.name}, and a value beside it is refused. leave it out`);
      }
      if (typeof value === 'number' && !Number.isFinite(value)) {
        throw failHere(this, `the argument ${JSON.stringify(name)} is ${value}. pass a finite number`);
      }
    }
    const missing = this.requiredArgs.find((name) => given[name] === undefined);
    if (missing !== undefined) {
      throw failHere(this, `the argument ${JSON.stringify(missing)} gets no value and has no default. pass it: withArgs({ ${missing}: ... })`);
    }
    const problem = valueProblem(this._templates(), given);
    if (problem !== undefined) throw failHere(this, problem);
    return new BoundAnalysis(this, this._templates(), { ...given });
  }

  /** @internal The template of the check, then those that it nests, as far as they are known here. */
  public abstract _templates(): readonly [CheckTemplate, ...CheckTemplate[]];

  private argNames(): string {
    return Object.keys(this.args).join(', ') || 'none';
  }
}
