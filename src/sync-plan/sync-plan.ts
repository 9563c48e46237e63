import { InputError } from '../manifests/input-error';
import type { Manifest } from '../manifests/manifest';
import { ManifestSet } from '../manifests/manifest-set';
import { applicationsMermaid } from './applications-mermaid';
import type * as planning from './plan-applications';
import { planMermaid } from './plan-mermaid';
import { planText } from './plan-text';
import type { PlannedApplication, PlannedApplicationSet } from './planned';

/** What is known of manifests beside themselves. */
export interface SyncPlanOptions {
  /**
   * The name of the Application that delivers them, for the text.
   * @default '' - nobody has said
   */
  readonly name?: string;
  /**
   * Namespace of objects that name none.
   * @default '' - nobody has said
   */
  readonly namespace?: string;
}

/**
 * What Argo CD will do: for each Application the phases, waves and objects of a sync in their order, what each wave waits for and what can
 * hold it up, and the order between the Applications. As text it is made to be reviewed, and to be compared in a test.
 *
 * A plan is that of a first sync of everything. What does not differ is applied again without effect.
 *
 * @see gitops-engine/pkg/sync/sync_context.go in argoproj/argo-cd
 */
export class SyncPlan {
  /** The plan of manifests that one Application delivers, such as `Manifests.fromChart(chart).all` and `Testing.synth(chart)` give them. */
  public static of(manifests: readonly Manifest[], { name = '', namespace = '' }: SyncPlanOptions = {}): SyncPlan {
    const set = new ManifestSet();
    // They lie in no folder that an Application among them could deliver.
    for (const manifest of manifests) set.add({ id: '', namespace, destination: { cluster: '' } }, manifest);
    return SyncPlan._of(set, { name });
  }

  /** @internal The plan of a whole synth. */
  public static _of(manifests: ManifestSet, facts?: planning.PlanFacts): SyncPlan {
    // Few programs ask for a plan, and what it reads ApplicationSets with are many files.
    const { planApplications } = require('./plan-applications') as typeof planning;
    return new SyncPlan(planApplications(manifests, facts));
  }

  /** Every Application, and every folder that no Application here delivers. What delivers others stands before what it delivers. */
  public readonly applications: readonly PlannedApplication[];
  /** Every ApplicationSet, with the order of what it makes. */
  public readonly applicationSets: readonly PlannedApplicationSet[];

  private constructor({ applications, applicationSets }: planning.Plans) {
    this.applications = applications;
    this.applicationSets = applicationSets;
  }

  /**
   * The plan of one Application, or of one folder that no Application here delivers.
   *
   * @throws InputError when there is none of this name
   */
  public application(name: string): PlannedApplication {
    const found = this.applications.find((application) => application.name === name);
    if (!found) {
      const names = this.applications.map((application) => application.name).join(', ');
      throw new InputError(`the plan has no Application ${JSON.stringify(name)}. it has ${names === '' ? 'none at all' : names}`);
    }
    return found;
  }

  /** The plan as text: short lines in a fixed order, without times. */
  public toString(): string {
    return planText(this.applications, this.applicationSets);
  }

  /**
   * A flowchart of Mermaid, which GitHub and GitLab draw in Markdown: the waves of one Application, or without a name the order between
   * Applications and the steps of ApplicationSets.
   *
   * @throws InputError when there is no Application of this name
   */
  public toMermaid(name?: string): string {
    return name === undefined ? applicationsMermaid(this.applications, this.applicationSets) : planMermaid(this.application(name));
  }
}
