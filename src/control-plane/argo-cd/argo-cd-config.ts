import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../../app/adopt';
import { type ContributedSetting, contributeSetting, ownSettings, settingsOf, type SettingsOwner } from '../../app/contributed-settings';
import { fail } from '../../render/construct-error';
import type { ArgoCdConfigProps } from './argo-cd-config-props';
import { ArgoCdInstallation } from './argo-cd-installation';
import { configValues } from './chart-values';
import { configEntries } from './config-data';
import { renderSettingsMap } from './settings-map';

/** A setting of argocd-cm that a construct cannot do without. */
export type ArgoCdSetting = Omit<ContributedSetting, 'configMap' | 'foundByRule'>;

/**
 * The configuration of Argo CD: the ConfigMap `argocd-cm`, with the label without which Argo CD would not see it. It is declared once,
 * in the chart of Argo CD; settings that other constructs rely on, such as the health check of ordered Applications, come into it by
 * themselves. Declared inside of an `ArgoCdInstallation` it may become Helm values or a patch for Kustomize.
 *
 * @see docs/operator-manual/argocd-cm.yaml in argoproj/argo-cd
 */
export class ArgoCdConfig extends Construct {
  /**
   * Adds a setting that this construct needs to the `ArgoCdConfig` of the app, whether that is declared already or not. Without one a
   * warning says what does not work. Two constructs that want different values for one key are an error.
   */
  public static contribute(scope: Construct, setting: ArgoCdSetting): void {
    contributeSetting(scope, { ...setting, configMap: 'argocd-cm' });
  }

  private readonly owner: SettingsOwner;

  public constructor(scope: Construct, id: string, props: ArgoCdConfigProps = {}) {
    super(scope, id);
    adopt(this);
    this.checkAccounts(props);
    const entries = configEntries(props);
    const twice = entries.find(([key], i) => entries.findIndex(([other]) => other === key) < i);
    if (twice) throw fail(this, `${twice[0]} is said twice, and one would overwrite the other. take one out`);
    const empty = ArgoCdInstallation.around(this)?.form.as === 'helmValues' ? entries.find(([, value]) => value === '') : undefined;
    if (empty) throw fail(this, `${empty[0]} is empty, and the Helm chart leaves empty settings out, so the default would stay. give it a value`);
    const namespace = props.metadata?.namespace ?? Chart.of(this).namespace ?? '';
    this.owner = { construct: this, configMap: 'argocd-cm', namespace, own: Object.fromEntries(entries) };
    ownSettings(this.owner);
    renderSettingsMap(this, { name: 'argocd-cm', metadata: props.metadata, data: () => settingsOf(this.owner), helmValues: configValues });
  }

  private checkAccounts({ accounts = {} }: ArgoCdConfigProps): void {
    for (const name of Object.keys(accounts)) {
      if (name === 'admin') throw fail(this, 'admin is no account among others. say adminEnabled');
      if (!/^[a-zA-Z0-9_-]+$/.test(name)) {
        throw fail(this, `the account ${JSON.stringify(name)} would be a key of argocd-cm that is read otherwise. use letters, digits, hyphens and underscores only`);
      }
    }
  }
}
