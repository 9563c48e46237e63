import { triggerDoubts, triggerNilRisks, triggerProblem, unknownNamesIn } from '../../languages/trigger-expressions/trigger-expression';
import { InputError } from '../../manifests/input-error';
import type { JsonObject } from '../../manifests/json';

/** What a trigger sends, and how often. */
export interface NotificationTriggerProps<T extends string> {
  /** Templates that are sent, by their names. */
  readonly send: readonly [T, ...T[]];
  /**
   * An expression: as long as it has the same value, the message is sent once. `app.status.sync.revision` sends once a commit.
   * @default - the message is sent each time that the condition turns true
   */
  readonly oncePer?: string;
  /** What it is for. @default - none */
  readonly description?: string;
}

/**
 * When something is sent about an Application, and what. Expressions are read here, with the version of expr that Argo CD has: in the
 * cluster one that does not compile stops all notifications, and one that reads a field of something missing is an error.
 *
 * @see pkg/triggers/service.go in argoproj/notifications-engine
 */
export class NotificationTrigger<out T extends string = string> {
  /** Sends when an expression over `app` is true: `app.status.health.status == 'Degraded'`. */
  public static when<const T extends string>(expression: string, props: NotificationTriggerProps<T>): NotificationTrigger<T> {
    refuse('when', expression, triggerDoubts(expression), triggerNilRisks(expression));
    return new NotificationTrigger(expression, props);
  }

  /** Sends about every Application, once for each value of `oncePer`. */
  public static always<const T extends string>(props: NotificationTriggerProps<T> & { readonly oncePer: string }): NotificationTrigger<T> {
    return new NotificationTrigger('true', props);
  }

  /** Templates that are sent. */
  public readonly sends: readonly T[];

  private constructor(private readonly expression: string, private readonly props: NotificationTriggerProps<T>) {
    const { oncePer, send } = props;
    if (oncePer !== undefined) refuse('oncePer', oncePer, unknownNamesIn(oncePer), triggerNilRisks(oncePer, expression));
    this.sends = send;
  }

  /** @internal */
  public _toKube(): JsonObject {
    const { description, send, oncePer } = this.props;
    return { when: this.expression, description, send, oncePer };
  }
}

function refuse(what: string, expression: string, unknown: readonly string[], missing: readonly string[]): void {
  const problem = triggerProblem(expression);
  if (problem !== undefined) {
    throw new InputError(`the expression in ${what} does not compile, and in the cluster would stop all notifications. ${problem}: ${expression}`);
  }
  if (unknown[0] !== undefined) throw new InputError(`the expression in ${what} would never do anything: ${unknown[0]}: ${expression}`);
  const [path] = missing;
  if (path === undefined) return;
  // A field in brackets is not mended by this, and then nothing is suggested but the sign.
  const mended = expression.replaceAll(`${path}.`, `${path}?.`);
  throw new InputError(`the expression in ${what} reads a field of ${path}, which not every Application has, and would be an error there: ${expression}. `
    + `write ${mended === expression ? `?. after ${path}` : mended}`);
}
