import { APPLICATION_HEALTH } from '../../app/application-health';
import { luaProblem } from '../../languages/lua/lua-syntax';
import { sandboxProblems } from '../../languages/lua/sandbox-problems';
import { InputError } from '../../manifests/input-error';
import { keyOfKind, type ResourceKind } from './resource-kind';

/** What a health check in Lua is made of. */
export interface LuaHealthCheckProps extends ResourceKind {
  /**
   * The script, in Lua 5.1. It finds the object as `obj` and returns a table with `status` (Healthy, Progressing, Degraded, Suspended,
   * Missing or Unknown) and, if there is something to say, `message`. An object without `status` is the first that it will see.
   */
  readonly script: string;
  /**
   * Whether the script may use the libraries for text and numbers, `string` and `math`. Without it a script has the basic functions,
   * `table`, and time and date of `os`.
   * @default false
   */
  readonly useOpenLibs?: boolean;
}

/**
 * How healthy objects of a kind are. It takes the place of the check that Argo CD may bring for the kind. `LuaHealth` of
 * `cdk8s-argo/testing` runs it on sample objects.
 *
 * @see util/lua/lua.go in argoproj/argo-cd
 */
export class HealthCheck {
  /** A check written in Lua. Its syntax and the functions that it uses are looked at here. */
  public static lua(props: LuaHealthCheckProps): HealthCheck {
    const key = keyOfKind(props, 'the health check');
    const syntax = luaProblem(props.script);
    if (syntax !== undefined) throw new InputError(`the health check of ${key} is not Lua 5.1: ${syntax}`);
    const [problem] = sandboxProblems(props.script, { openLibs: props.useOpenLibs ?? false });
    if (problem) throw new InputError(`the health check of ${key} cannot run in Argo CD: ${problem.message}. ${problem.fix}`);
    // A template literal begins with the line break after its backtick.
    return new HealthCheck(key, props.script.replace(/^\n/, ''), props.useOpenLibs ?? false);
  }

  /**
   * The check for Applications, which Argo CD does not have: an Application is as healthy as what it delivers, and one that has not
   * been looked at since it was changed is still progressing. An `AppOfApps` with an order contributes it by itself.
   */
  public static application(): HealthCheck {
    return HealthCheck.lua({ group: 'argoproj.io', kind: 'Application', script: APPLICATION_HEALTH });
  }

  private constructor(
    /** The end of its key in argocd-cm: `cert-manager.io_Certificate`. */
    public readonly key: string,
    /** The script, in Lua 5.1. */
    public readonly script: string,
    /** Whether it may use `string` and `math`. */
    public readonly useOpenLibs: boolean,
  ) {}

  /** @internal */
  public _entries(): Readonly<Record<string, string>> {
    return {
      [`resource.customizations.health.${this.key}`]: this.script,
      ...(this.useOpenLibs && { [`resource.customizations.useOpenLibs.${this.key}`]: 'true' }),
    };
  }
}
