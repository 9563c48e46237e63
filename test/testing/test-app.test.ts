import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ApiObject } from 'cdk8s';
import { ArgoChart } from '../../src/app/argo-chart';
import { expectCommitted } from '../../src/testing/committed';
import { TestApp } from '../../src/testing/test-app';
import { removeTestOutput } from '../../src/testing/test-output';

describe('TestApp', () => {
  test('writes to a temporary folder of its own, and only when it is told to', () => {
    const [app, other] = [new TestApp(), new TestApp()];
    new ApiObject(new ArgoChart(app, 'web'), 'Settings', { apiVersion: 'v1', kind: 'ConfigMap' });
    expect(path.dirname(app.outdir)).toBe(os.tmpdir());
    expect(app.outdir).not.toBe(other.outdir);
    expect(fs.existsSync(app.outdir)).toBe(false);
    try {
      expect(app.synth().written).toHaveLength(1);
      expect(fs.readdirSync(app.outdir)).toContain('web');
    } finally {
      fs.rmSync(app.outdir, { recursive: true, force: true });
    }
  });

  test('leaves nothing behind when the process ends', () => {
    const kept = jest.spyOn(process, 'once').mockReturnValue(process);
    const app = new TestApp();
    new ApiObject(new ArgoChart(app, 'web'), 'Settings', { apiVersion: 'v1', kind: 'ConfigMap' });
    removeTestOutput();
    app.synth();
    const [event, remove] = kept.mock.calls[0] as unknown as [string, () => void];
    kept.mockRestore();
    expect([event, fs.existsSync(app.outdir)]).toEqual(['exit', true]);
    remove();
    expect(fs.existsSync(app.outdir)).toBe(false);
  });

  test('is nothing that somebody committed', () => {
    expect(() => expectCommitted(new TestApp())).toThrow('expectCommitted was given a TestApp, which has no committed folder to compare with. give it the app of your program');
  });

  test('prints nothing', () => {
    const print = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const app = new TestApp();
    try {
      app.synth();
      expect(print).not.toHaveBeenCalled();
    } finally {
      print.mockRestore();
      fs.rmSync(app.outdir, { recursive: true, force: true });
    }
  });
});
