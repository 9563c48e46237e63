import { readFileSync, writeFileSync } from 'node:fs';
import { cli } from '../../../cli/cli';
import { inCopyOf } from '../../in-copy-of';
import { shows } from '../../shown';

const lint = (...options: readonly string[]) => {
  const { code, out, err } = cli('lint', ...options);
  shows(`${out}${err}`);
  return code;
};
const edit = (file: string, before: string, after: string) => writeFileSync(file, readFileSync(file, 'utf8').replace(before, after));

const SETTINGS = `# cdk8s-argo.yaml
baseline: lint-baseline.json
severity: warning
complete: true
rules:
  practices/resources: warning    # was a remark
ignore: [scratch/**]
waivers:
  - rule: references/analysis-templates-exist
    reason: the platform team applies error-rate to every namespace
    object: Rollout/shop/web
`;

const codes: Record<string, number> = {};

inCopyOf('old-repository', () => {
  codes['first look'] = lint();
  codes['with all files'] = lint('--complete');

  lint('--fix', '--quiet');
  shows(readFileSync('web/rollout.yaml', 'utf8'));
  codes['what stands in the way'] = lint('--quiet');

  lint('--write-baseline');
  shows(readFileSync('lint-baseline.json', 'utf8'));
  codes['with a baseline'] = lint('--baseline', 'lint-baseline.json');

  edit('web/rollout.yaml', 'setWeight: 50', 'setWeight: 150');
  codes['something new'] = lint('--baseline', 'lint-baseline.json');
  lint('--baseline', 'lint-baseline.json', '--format', 'github');
  edit('web/rollout.yaml', 'setWeight: 150', 'setWeight: 50');

  edit('web/autoscaler.yaml', 'apiVersion: apps/v1\n    kind: Deployment', 'apiVersion: argoproj.io/v1alpha1\n    kind: Rollout');
  codes['one mended'] = lint('--baseline', 'lint-baseline.json');

  writeFileSync('cdk8s-argo.yaml', SETTINGS);
  shows(SETTINGS);
  codes['with settings'] = lint();
});

test('what ends a pipeline', () => {
  expect(codes).toEqual({
    'first look': 1,
    'with all files': 1,
    'what stands in the way': 1,
    'with a baseline': 0,
    'something new': 1,
    'one mended': 0,
    'with settings': 1,
  });
});
