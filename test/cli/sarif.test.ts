import { mkdirSync, readFileSync } from 'node:fs';
import { cli } from './cli';
import { inScratchFolder } from './scratch-folder';

const write = inScratchFolder();

const ROLLOUT = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
  annotations:
    acknowledge.cdk8s-argo/rollouts.containers: a part of it is here
spec:
  replicas: "3"   # three
  selector: {matchLabels: {app: web}}
  template: {metadata: {labels: {app: web}}, spec: {containers: []}}
  strategy: {canary: {}}
`;

interface Region { readonly startLine: number; readonly startColumn: number; readonly endLine: number; readonly endColumn: number }
interface Location { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region } }
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: ReadonlyArray<{ readonly justification: string }>;
  readonly fixes?: ReadonlyArray<{ readonly artifactChanges: ReadonlyArray<{
    readonly artifactLocation: { readonly uri: string };
    readonly replacements: ReadonlyArray<{ readonly deletedRegion: Region; readonly insertedContent: { readonly text: string } }>;
  }> }>;
}
interface Rule { readonly id: string; readonly help: { readonly markdown: string }; readonly properties: object }
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
  readonly results: readonly Result[];
  readonly invocations: readonly object[];
}

function runOf(...args: readonly string[]): Run {
  return (JSON.parse(cli('lint', '--format', 'sarif', '--no-config', ...args).out) as { runs: [Run] }).runs[0];
}

describe('SARIF', () => {
  test('has its rules with help, and a place and a level in every result', () => {
    write('web.yaml', ROLLOUT);
    const { tool: { driver: { rules } }, results } = runOf();
    expect(results.length).toBeGreaterThan(1);
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(rules[ruleIndex]!.id).toBe(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
      expect(message.text).not.toBe('');
      expect(locations[0]!.physicalLocation.region.startLine).toBeGreaterThan(0);
      expect(locations[0]!.physicalLocation.region.startColumn).toBeGreaterThan(0);
    }
    expect(rules.find(({ id }) => id === 'schema/type')).toMatchObject({
      help: { markdown: expect.stringContaining('```yaml\n') }, properties: { 'tags': ['schema'], 'problem.severity': 'error' },
    });
  });

  test('keeps its fingerprints when lines move', () => {
    write('web.yaml', ROLLOUT);
    const before = runOf().results.map(({ partialFingerprints }) => partialFingerprints);
    write('web.yaml', `# one\n# two\n${ROLLOUT}`);
    expect(runOf().results.map(({ partialFingerprints }) => partialFingerprints)).toEqual(before);
    expect(new Set(before.map((one) => JSON.stringify(one))).size).toBe(before.length);
  });

  test('lists what is acknowledged as suppressed, with the reason', () => {
    write('web.yaml', ROLLOUT);
    const { results } = runOf();
    expect(results.filter(({ suppressions }) => suppressions).map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
      ['rollouts/containers', [{ kind: 'external', status: 'accepted', justification: 'a part of it is here' }]],
    ]);
  });

  test('says an edit as the text that changes', () => {
    write('web.yaml', `# first\n---\n${ROLLOUT}`);
    const { fixes, ruleId } = runOf().results.find((result) => result.fixes)!;
    const [{ artifactLocation: { uri }, replacements: [replacement] }] = fixes![0]!.artifactChanges as [NonNullable<Result['fixes']>[0]['artifactChanges'][0]];
    expect([ruleId, uri]).toEqual(['schema/type', 'web.yaml']);
    const { deletedRegion: { startLine, startColumn, endLine, endColumn }, insertedContent: { text } } = replacement!;
    const lines = readFileSync('web.yaml', 'utf8').split('\n');
    expect(startLine).toBe(endLine);
    const line = lines[startLine - 1]!;
    expect(line.slice(0, startColumn - 1) + text + line.slice(endColumn - 1)).toBe('  replicas: 3   # three');
  });

  test('names files from the root of the repository, as references', () => {
    mkdirSync('.git');
    write('apps/100% a#b?/web.yaml', ROLLOUT);
    write('apps/bad.yaml', 'a: [\n');
    process.chdir('apps');
    const { results, invocations } = runOf();
    expect([...new Set(results.map(({ locations }) => locations[0]!.physicalLocation.artifactLocation.uri))]).toEqual(['apps/100%25%20a%23b%3F/web.yaml']);
    expect(invocations).toMatchObject([{
      executionSuccessful: false,
      toolExecutionNotifications: [{ locations: [{ physicalLocation: { artifactLocation: { uri: 'apps/bad.yaml' } } }] }],
    }]);
    expect(cli('lint', '--format', 'github', '--quiet', '--no-config').out.split('\n')).toEqual(expect.arrayContaining([
      expect.stringMatching(/^::error file=apps\/bad\.yaml,line=2,col=1,title=unreadable::/),
      expect.stringMatching(/^::error file=apps\/100%25 a#b\?\/web\.yaml,line=8,col=3,title=schema\/type::/),
    ]));
  });
});
