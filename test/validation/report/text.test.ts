import { ManifestSet } from '../../../src/manifests/manifest-set';
import { textReport } from '../../../src/validation/report/text';
import { ValidationError } from '../../../src/validation/validation-error';
import { sampleResult } from './sample-result';

test('the report as people read it', () => {
  expect(textReport(sampleResult())).toMatchInlineSnapshot(`
"error  references/services-exist  Rollout/shop/web
  spec.strategy.canary.canaryService: no Service web-canary is in namespace shop
    fix     did you mean web-canry?
            or declare it as external
error  rollouts/weight-in-range  Rollout/shop/web
  spec.strategy.canary.steps[0].setWeight: the step sends more than all of the traffic
    got     150
    wanted  a whole number from 0 to 100
    fix     write the percentage of traffic that the canary gets
  at shop/Web/Resource (main.ts:12), file shop/rollout-web.yaml

warning  waivers/stale
  the acknowledgement of rollouts/probes for shop matches no finding
    fix     remove it
  at shop (main.ts:40)

warning  manifests/label-syntax  ConfigMap/shop/settings
  metadata.labels["a/b/c"]: this is no label key
  at extra/settings.yaml

waived secrets/plain-secret  ConfigMap/shop/settings: a public key, until 2027-03-01
skipped 3 objects of example.com/v1 Widget: no schema of this kind is known

2 errors, 2 warnings in 1 unit, 24 objects
"
`);
});

test('nothing found is one line', () => {
  const clean = { ...sampleResult(), findings: [], waived: [], skipped: [], counts: { error: 0, warning: 0, info: 0 } };
  expect(textReport(clean)).toBe('nothing found in 1 unit, 24 objects\n');
});

test('what is said of many constructs in the same words is said once, with their places', () => {
  const finding = (path: string) => ({
    rule: 'constructs/root-is-outdir', severity: 'warning' as const, pointer: '', message: 'the root is another folder', origin: { constructPath: path },
  });
  const result = { ...sampleResult(), waived: [], skipped: [], counts: { error: 0, warning: 7, info: 0 } };
  const seven = Array.from({ length: 7 }, (_, index) => finding(`root/app-${index}`));
  expect(textReport({ ...result, findings: [...seven.slice(0, 3), { ...finding('root'), message: 'another' }, ...seven.slice(3)] }).split('\n')).toEqual([
    'warning  constructs/root-is-outdir', '  the root is another folder', ...[0, 1, 2, 3, 4].map((index) => `  at root/app-${index}`), '  and 2 more places', '',
    'warning  constructs/root-is-outdir', '  another', '  at root', '', '7 warnings in 1 unit, 24 objects', '',
  ]);
});

test('colours change nothing but the colours, and are there only when asked for', () => {
  const escapes = /\u001b\[\d+m/g;
  const coloured = textReport(sampleResult(), { color: true });
  expect(coloured).toMatch(escapes);
  expect(coloured.replace(escapes, '')).toBe(textReport(sampleResult()));
  expect(textReport(sampleResult())).not.toMatch(escapes);
});

test('the error of a failed synth carries the result and reads as the report', () => {
  const result = sampleResult();
  const error = new ValidationError(result);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe('ValidationError');
  expect(error.result).toBe(result);
  expect(error.message).toBe(textReport(result));
});

test('control characters are written out, and no name begins a line', () => {
  const manifests = new ManifestSet();
  const unit = { id: 'shop', namespace: 'shop', destination: { cluster: '' } };
  const entry = manifests.add(unit, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a\u001b[2K\rb\nnothing found' } });
  const finding = { rule: 'x/y', severity: 'error', entry, pointer: '/data/\u202ea', message: 'one\ntwo\u0007', received: 'a\nb\u009b' } as const;
  const text = textReport({ ...sampleResult(), findings: [finding], waived: [], skipped: [] });
  expect(text.split('\n').slice(0, 5)).toEqual([
    'error  x/y  ConfigMap/shop/a\\u001b[2K\\u000db\\nnothing found',
    '  data["\\u202ea"]: one',
    '  two\\u0007',
    '    got     a',
    '            b\\u009b',
  ]);
  const names = { apiVersion: 'a\u001b', kind: 'b\n', count: 1, reason: 'c' };
  expect(textReport({ ...sampleResult(), findings: [], waived: [], skipped: [names] })).toContain('skipped 1 object of a\\u001b b\\n: c');
});
