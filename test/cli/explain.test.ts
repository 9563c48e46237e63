import { execFileSync, spawnSync } from 'node:child_process';
import { ALL_RULES } from '../../src/validation/rules';
import { cli } from './cli';

describe('cdk8s-argo explain', () => {
  test('says what a rule finds, why, and how it is right', () => {
    const { code, out } = cli('explain', 'sync/known-annotation');
    expect(code).toBe(0);
    expect(out).toMatch(/^sync\/known-annotation {2}error\n\nAnnotations of Argo CD are ones that it reads\.\n/);
    expect(out).toContain('Wrong:\n\n    apiVersion: v1\n');
    expect(out).toContain("\n-       argocd.argoproj.io/hook-sync-wave: '1'\n");
    expect(out).toContain('Right:\n\n    apiVersion: v1\n');
    expect(out).toContain("\n+       argocd.argoproj.io/sync-wave: '1'\n");
  });

  test('marks what differs between wrong and right, and nothing else', () => {
    const { out } = cli('explain', 'references/service-selects-pods');
    const marks = out.split('\n').filter((line) => /^[-+] {3}/.test(line));
    expect(marks).toEqual(['-       track: canary']);
  });

  test('leaves out lines of spaces, which stand where the other half has something', () => {
    expect(cli('explain', 'appsets/go-template').out).toContain('              - { env: staging }\n      template:\n');
  });

  // What a reader of the installed package could not look up would only ask questions.
  test('names nothing that is not in the package', () => {
    for (const { id } of ALL_RULES) expect(cli('explain', id).out).not.toMatch(/docs\/(?:rules|conformance)|, since /);
  });

  test('takes the last part of an id', () => {
    expect(cli('explain', 'args-supplied').out).toContain('analysis/args-supplied  error');
  });

  test.each([
    ['sync/known-anotation', 'there is no rule "sync/known-anotation". did you mean sync/known-annotation?'],
    ['args-suplied', 'there is no rule "args-suplied". did you mean analysis/args-supplied?'],
    ['known-annotation', 'several rules are called known-annotation: image-updater/known-annotation, sync/known-annotation. write which is meant'],
    ['qqqqqqqqqqqqqqqqq', 'there is no rule "qqqqqqqqqqqqqqqqq". cdk8s-argo rules lists them'],
  ])('does not know %s', (asked, message) => {
    expect(cli('explain', asked)).toEqual({ code: 2, out: '', err: `error: ${message}\n` });
  });
});

describe('cdk8s-argo rules', () => {
  test('lists every rule', () => {
    expect(cli('rules').out.split('\n').filter(Boolean).map((line) => line.split(' ')[0])).toEqual(ALL_RULES.map(({ id }) => id));
  });

  test('lists those of a category, as JSON too', () => {
    const rules = JSON.parse(cli('rules', '--json', '--category', 'rbac').out) as ReadonlyArray<{ id: string }>;
    expect(rules.map(({ id }) => id)).toEqual(ALL_RULES.map(({ id }) => id).filter((id) => id.startsWith('rbac/')));
    expect(cli('rules', '--format', 'json', '-c', 'rbac').out).toBe(cli('rules', '--json', '-c', 'rbac').out);
    expect(rules[0]).toMatchObject({ severity: 'error', profile: 'recommended', title: expect.any(String) });
  });

  test('does not know a category', () => {
    expect(cli('rules', '-c', 'anlysis')).toEqual({ code: 2, out: '', err: 'error: there is no category "anlysis". did you mean analysis?\n' });
  });

  // An annotation names a rule after its prefix, with a dot for the slash, in at most 63 characters.
  test('can all be named by an annotation', () => {
    expect(ALL_RULES.filter(({ id }) => id.length > 63 || !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id))).toEqual([]);
  });
});

describe('cdk8s-argo', () => {
  test('says its version, and more about a command', () => {
    expect(cli('--version')).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/), err: '' });
    expect(cli('help', 'lint')).toMatchObject({ code: 0, out: expect.stringContaining('Usage: cdk8s-argo lint ') });
    expect(cli('--help').out).toContain('$ npx cdk8s-argo lint manifests\n');
  });

  test.each([
    [['lnt'], "unknown command 'lnt'\n(Did you mean lint?)"],
    [['lint', '--complet'], "unknown option '--complet'\n(Did you mean --complete?)"],
  ])('teaches whoever writes %j', (args, message) => {
    expect(cli(...args)).toEqual({ code: 2, out: '', err: `error: ${message}\n(--help says more)\n` });
  });
});

describe('cdk8s-argo completion', () => {
  const completed = (...words: readonly string[]): string[] => {
    const script = `${cli('completion', 'bash').out}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _cdk8s_argo; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\n').filter(Boolean);
  };

  test('completes commands, options and what they may be, in bash', () => {
    expect(completed('cdk8s-argo', 'l')).toEqual(['lint']);
    expect(completed('cdk8s-argo', 'lint', '--se')).toEqual(['--severity']);
    expect(completed('cdk8s-argo', 'lint', '--format', 's')).toEqual(['sarif']);
  });

  test('is written for zsh and fish', () => {
    expect(spawnSync('bash', ['-n'], { input: cli('completion', 'zsh').out }).status).toBe(0);
    expect(cli('completion', 'fish').out).toContain("complete -c cdk8s-argo -n '__fish_seen_subcommand_from lint' -l format -d 'how findings are written' -x -a 'text json sarif github'\n");
  });

  test('knows no other shell', () => {
    expect(cli('completion', 'cmd')).toMatchObject({ code: 2, err: expect.stringContaining('Allowed choices are bash, zsh, fish.') });
  });
});
