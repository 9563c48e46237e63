import { InputError } from '../../manifests/input-error';
import type { Manifest } from '../../manifests/manifest';
import { Place } from '../../manifests/references/place';
import { canaryCourse } from './canary-course';
import type { Course, CourseBackground, CourseStep } from './course-step';
import { courseSvg } from './course-svg';
import { courseText } from './course-text';

/**
 * What a canary will do with a new version: the share of each step, how long it lasts and what it waits for, the checks, and what an
 * abort returns to. As text it is made to be reviewed, and to be compared in a test; as a picture, for a page that people look at.
 *
 * It is what happens to a version that nothing is wrong with. A first deployment goes through no steps.
 */
export class RolloutCourse {
  /**
   * The course of a Rollout among manifests of one namespace, such as `Manifests.fromChart(chart).all` and `Testing.synth(chart)` give
   * them. The templates of its checks are looked for among them.
   *
   * @param name that of the Rollout. May be left out where there is one.
   * @throws InputError when there is no such Rollout, when there are several, and for one that is no canary
   */
  public static of(manifests: readonly Manifest[], name?: string): RolloutCourse {
    const rollouts = manifests.filter(({ kind }) => kind === 'Rollout');
    const [found, other] = rollouts.filter(({ metadata }) => name === undefined || metadata.name === name);
    const names = rollouts.map(({ metadata }) => metadata.name ?? '').join(', ');
    if (!found) {
      throw new InputError(`there is no Rollout${name === undefined ? '' : ` ${JSON.stringify(name)}`} among the manifests. ${names === '' ? 'there is none at all' : `there are ${names}`}`);
    }
    if (other) {
      throw new InputError(name === undefined ? `there are several Rollouts: ${names}. say which one, as the second argument`
        : `there are several Rollouts ${JSON.stringify(name)}. give the manifests of one chart`);
    }
    if (!Place.root(found).at('spec', 'strategy', 'canary').exists) {
      throw new InputError(`Rollout ${JSON.stringify(found.metadata.name)} is no canary: spec.strategy.canary is missing. `
        + 'one that is blue-green moves all traffic at once, and has no steps');
    }
    return new RolloutCourse(canaryCourse(found, manifests));
  }

  /** The steps in their order. Behind the last one the new version gets everything. */
  public readonly steps: readonly CourseStep[];
  /** The checks beside the steps. Undefined where there are none. */
  public readonly background?: CourseBackground;

  private constructor(private readonly course: Course) {
    this.steps = course.steps;
    if (course.background) this.background = course.background;
  }

  /** The course as text: a line for each step. */
  public toString(): string {
    return courseText(this.course);
  }

  /** The course as a picture in SVG, for light and dark pages, without fonts or anything else to load. It is the same each time. */
  public toSvg(): string {
    return courseSvg(this.course);
  }
}
