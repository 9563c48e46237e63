import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../../app/adopt';
import { contributeSetting, ownSettings, settingsOf, type SettingsOwner } from '../../app/contributed-settings';
import { fail } from '../../render/construct-error';
import type { ArgoCdSetting } from './argo-cd-config';
import type { ArgoCdParamsProps } from './argo-cd-params-props';
import { paramsValues } from './chart-values';
import { paramsEntries } from './params-data';
import { renderSettingsMap } from './settings-map';

/**
 * Parameters of the programs of Argo CD: the ConfigMap `argocd-cmd-params-cm`. They are read when a program starts: restart its pods
 * after a change (the Helm chart does so by itself). Declared once, as `ArgoCdConfig`.
 *
 * @see docs/operator-manual/argocd-cmd-params-cm.yaml in argoproj/argo-cd
 */
export class ArgoCdParams extends Construct {
  /** Adds a parameter that this construct needs to the `ArgoCdParams` of the app, as `ArgoCdConfig.contribute` does. */
  public static contribute(scope: Construct, setting: ArgoCdSetting): void {
    contributeSetting(scope, { ...setting, configMap: 'argocd-cmd-params-cm' });
  }

  private readonly owner: SettingsOwner;

  public constructor(scope: Construct, id: string, props: ArgoCdParamsProps = {}) {
    super(scope, id);
    adopt(this);
    const entries = paramsEntries(props);
    const twice = entries.find(([key], i) => entries.findIndex(([other]) => other === key) < i);
    if (twice) throw fail(this, `${twice[0]} is said twice, and one would overwrite the other. take one out`);
    const namespace = props.metadata?.namespace ?? Chart.of(this).namespace ?? '';
    this.owner = { construct: this, configMap: 'argocd-cmd-params-cm', namespace, own: Object.fromEntries(entries) };
    ownSettings(this.owner);
    renderSettingsMap(this, {
      name: 'argocd-cmd-params-cm', metadata: props.metadata, data: () => settingsOf(this.owner), helmValues: paramsValues,
    });
  }
}
