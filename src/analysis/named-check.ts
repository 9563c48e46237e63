import type { Construct } from 'constructs';
import { declareExternal } from '../render/external';
import { nameFor } from '../render/object-name';
import type { ExternalArgs } from './argument';
import { Check } from './check';
import type { NamedCheckProps } from './check-props';
import type { CheckTemplate } from './check-template';

/** A check whose template somebody else makes. Renders nothing. */
export class NamedCheck<A extends ExternalArgs> extends Check<A> {
  public readonly clusterScope: boolean;
  private readonly template: CheckTemplate;

  public constructor(scope: Construct, id: string, kind: CheckTemplate['kind'], props: NamedCheckProps<A>) {
    const args = props.args ?? ({} as A);
    super(scope, id, args);
    this.clusterScope = kind === 'ClusterAnalysisTemplate';
    this.template = { kind, name: nameFor(this, props), args, treatment: {} };
    declareExternal(this, { apiVersion: 'argoproj.io/v1alpha1', kind, name: this.template.name, ...(this.clusterScope ? { namespace: '' } : {}) });
  }

  public override get name(): string {
    return this.template.name;
  }

  /** @internal */
  public override _templates(): readonly [CheckTemplate, ...CheckTemplate[]] {
    return [this.template];
  }
}
