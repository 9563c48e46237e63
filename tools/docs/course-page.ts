import type { Manifest } from '../../src/manifests/manifest';
import { RolloutCourse } from '../../src/simulation/course/rollout-course';

/** A canary of an example, and where it stands. */
export interface PicturedCanary {
  /** The name of the files. */
  readonly file: string;
  readonly title: string;
  /** The program that makes it, from the root. */
  readonly program: string;
  readonly manifests: readonly Manifest[];
  readonly rollout: string;
}

/** The picture of a canary, and a page with it and with its text. */
export function coursePage({ file, title, program, manifests, rollout }: PicturedCanary): Array<readonly [string, string]> {
  const course = RolloutCourse.of(manifests, rollout);
  return [
    [`${file}.svg`, course.toSvg()],
    [`${file}.md`, `# ${title}

Drawn by \`RolloutCourse\` from the YAML of [${program}](../../${program}).

![${rollout}, step by step: the text below says the same](${file}.svg)

\`\`\`
${course.toString()}\`\`\`

Each row is a time in which the share of the new version does not change. On the left is when it begins, beside the time that pods need to
start; a \`+\` stands behind what somebody or something decides. The first deployment of a Rollout goes through no steps. [See what a release
will do](../see-a-release.md) shows how to draw one of yours, and how to hold it in a test.
`],
  ];
}
