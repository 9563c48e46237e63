import { Baseline } from '../lint/baseline';
import type { InputProblem } from '../lint/input-problem';
import { lintFiles } from '../lint/lint-files';
import { namedProfile } from '../lint/named-profile';
import { readFile } from '../lint/read-file';
import { configOf } from '../lint/settings-file';
import { mergedTargets, targetsOf } from '../lint/targets-of';
import { InputError } from '../manifests/input-error';
import { Profile } from '../validation/profiles';
import { countBySeverity } from '../validation/result';
import { nearest } from '../validation/schema/similar-name';
import type { ArgoValidationProps } from './argo-validation-props';
import { RANK } from './rank';
import type { ValidatedSynth } from './validated-synth';
import { violationsOf } from './violations';

const KEYS = ['complete', 'config', 'profile', 'severity', 'targets'];

/** Checks the manifests of a synth and fills its report. */
export function runValidation({ manifests, report }: ValidatedSynth, props: ArgoValidationProps): void {
  refuseUnreadable(props);
  const cwd = process.cwd();
  const config = configOf(props.config, cwd);
  const threshold = props.severity ?? config.severity ?? 'error';
  const read = [...manifests].sort().map((file) => readFile(file, cwd));
  const result = lintFiles(read.flatMap((one) => ('text' in one ? [one] : [])), {
    cwd,
    targets: mergedTargets(config.targets, targetsOf(props.targets ?? {})),
    profile: props.profile === undefined ? config.profile ?? Profile.recommended() : namedProfile(props.profile, cwd, cwd),
    complete: props.complete ?? config.complete ?? false,
    waivers: config.waivers,
    surroundings: config.surroundings,
  });
  const { baseline } = config;
  const findings = baseline === undefined
    ? result.findings
    : Baseline.read(baseline, cwd).without(result.findings, () => true).findings;
  const problems: readonly InputProblem[] = [...read.flatMap((one) => ('text' in one ? [] : [one])), ...result.problems];
  for (const violation of violationsOf(findings, problems)) report.addViolation(violation);

  const { error, warning, info } = countBySeverity(findings.map(({ finding }) => finding));
  const failed = problems.length > 0 || findings.some(({ finding }) => RANK[finding.severity] <= RANK[threshold]);
  report.submit(failed ? 'failure' : 'success', {
    Objects: String(result.objects), Errors: String(error + problems.length), Warnings: String(warning), Remarks: String(info),
    ...(result.waived.length > 0 && { Waived: String(result.waived.length) }),
  });
}

/** A `cdk8s.yaml` has no types. */
function refuseUnreadable(props: ArgoValidationProps): void {
  for (const key of Object.keys(props)) {
    if (KEYS.includes(key)) continue;
    const meant = nearest(key, KEYS);
    throw new InputError(`ArgoValidation does not read the property ${key}. ${meant === undefined ? `it reads ${KEYS.join(', ')}` : `did you mean ${meant}?`}`);
  }
  const { severity, profile, complete, targets, config } = props as Readonly<Record<string, unknown>>;
  const wrong = (key: string, wanted: string, got: unknown): never => {
    throw new InputError(`the property ${key} of ArgoValidation is ${JSON.stringify(got)}. write ${wanted}`);
  };
  if (severity !== undefined && !(typeof severity === 'string' && Object.hasOwn(RANK, severity))) wrong('severity', 'error, warning or info', severity);
  if (profile !== undefined && typeof profile !== 'string') wrong('profile', 'recommended, strict or the path of a file', profile);
  if (complete !== undefined && typeof complete !== 'boolean') wrong('complete', 'true or false', complete);
  if (config !== undefined && config !== false && typeof config !== 'string') wrong('config', 'the path of a file, or false', config);
  if (targets !== undefined && (typeof targets !== 'object' || targets === null || Array.isArray(targets))) {
    wrong('targets', 'a map, such as kubernetes: "1.36"', targets);
  }
}
