import type { ApplicationSetSpecGenerator } from '../../../imports/types/argo-cd/application-set';
import { isJsonObject, type JsonObject } from '../../manifests/json';
import { ApplicationSetGenerator, type GeneratorOptions, type GeneratorValues } from '../application-set-generator';
import { fillAll } from '../fill';
import type { KnownSet, SetFacts } from '../known-set';
import type { ParameterValue, ShapeOf } from '../parameters';
import { requeueSeconds, type RequeueOption } from '../requeue';

/** A service of one's own that says what Applications there are to be. */
export interface PluginGeneratorProps<T = Readonly<Record<string, ParameterValue>>, V extends string = string>
  extends GeneratorOptions, GeneratorValues<V>, RequeueOption {
  /** The ConfigMap, in the namespace of Argo CD, with the address of the service and a reference to its token. */
  readonly configMapRef: string;
  /**
   * One set of parameters that the service answers with, as an example. What is in it becomes a parameter, so every answer has to have it.
   * Numbers from a million on have to be texts: Argo CD would fill in `1e+06`.
   */
  readonly output: T;
  /**
   * What the service is asked. It is no parameter: a Go template would print it as a list of bytes. Say it in `values` too.
   * @default - nothing
   */
  readonly input?: Readonly<Record<string, ParameterValue>>;
}

/** What a template knows of an answer. */
export type PluginShape<T, V extends string> = ShapeOf<T> & {
  /** The generator's values. */
  readonly values: Readonly<Record<V, string>>;
};

/** Makes one Application for each set of parameters that a service of one's own answers with. */
export class PluginGenerator<T, V extends string> extends ApplicationSetGenerator<PluginShape<T, V>> {
  /** @internal */
  public constructor(private readonly props: PluginGeneratorProps) {
    super(props);
  }

  /** @internal */
  public _examples(): readonly JsonObject[] {
    return [{ ...this.props.output, ...(this.valuesToKube && { values: this.values }) }];
  }

  /** @internal */
  public _sets({ given = {} }: SetFacts): readonly KnownSet[] {
    const { output } = this.props;
    const parameters = this.valuesToKube ? { values: fillAll(this.values, given) } : {};
    return [{ parameters, open: [{ one: 'answer', many: 'answers', toldApartBy: Object.keys(output) as [string, ...string[]] }] }];
  }

  /** @internal */
  public override get _hasLooseValues(): boolean {
    return this.valuesToKube === undefined && isJsonObject(this.props.output.values);
  }

  /** @internal */
  public _toKube(): ApplicationSetSpecGenerator {
    const { configMapRef, input } = this.props;
    return {
      plugin: {
        configMapRef: { name: configMapRef },
        input: input && { parameters: input },
        requeueAfterSeconds: requeueSeconds(this.props),
        values: this.valuesToKube,
      },
    };
  }
}
