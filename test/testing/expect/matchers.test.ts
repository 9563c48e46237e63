import { ApiObject, App, Chart } from 'cdk8s';
import { AnalysisCheck } from '../../../src/analysis/analysis-check';
import { Condition } from '../../../src/analysis/condition';
import { Metric } from '../../../src/analysis/metric';
import { ArgoChart } from '../../../src/app/argo-chart';
import { SyncWaves } from '../../../src/sync/sync-waves';
import { AnalysisTrial } from '../../../src/testing/analysis-trial';
import { installMatchers } from '../../../src/testing/expect/install-matchers';
import { MATCHERS } from '../../../src/testing/expect/matchers';
import { Manifests } from '../../../src/testing/manifests';
import { TestApp } from '../../../src/testing/test-app';

installMatchers(expect);

function shop(): ArgoChart {
  const chart = new ArgoChart(new TestApp(), 'shop', { namespace: 'shop' });
  const settings = new ApiObject(chart, 'Settings', { apiVersion: 'v1', kind: 'ConfigMap', data: { currency: 'EUR' } });
  SyncWaves.of(chart).sequence(settings, new ApiObject(chart, 'Web', { apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: 80 }] } }));
  return chart;
}

function broken(): ArgoChart {
  const chart = shop();
  new ApiObject(chart, 'Api', { apiVersion: 'v1', kind: 'Service', spec: { prots: [] } });
  return chart;
}

describe('toBeValid', () => {
  test('takes an app, a chart and manifests', () => {
    const plain = new App();
    new Chart(plain, 'empty');
    for (const tested of [shop(), Manifests.fromChart(shop())]) expect(tested).toBeValid();
    expect(plain).toBeValid();
    expect(broken()).not.toBeValid();
  });

  test('fails with the report', () => {
    expect(failure(() => expect(broken()).toBeValid())).toMatch(/^error {2}services\/type {2}Service\/shop\/api\n[^]*\n\n2 errors in 1 unit, 3 objects$/);
  });

  test('fails with what was wanted behind not', () => {
    expect(failure(() => expect(shop()).not.toBeValid())).toMatchInlineSnapshot(`"an error was wanted, and there is none"`);
  });

  test('does not compile for anything else, and says what it takes', () => {
    expect(failure(() => expect<unknown>('apiVersion: v1').toEqual(MATCHERS.toBeValid('apiVersion: v1')))).toMatchInlineSnapshot(`"expect was given "apiVersion: v1". give it Manifests, an app or a chart (test/testing/expect/matchers.test.ts:46)"`);
    expect(failure(() => MATCHERS.toBeValid(shop().node.findChild('Web')))).toContain('expect was given the construct shop/Web. give it Manifests, an app or a chart');
    expect(failure(() => MATCHERS.toBeValid({ apiVersion: 'v1', kind: 'ConfigMap' }))).toContain('expect was given an object with apiVersion, kind. give it');
    expect(failure(() => MATCHERS.toBeValid([{ kind: 'ConfigMap' }]))).toContain('expect was given a list of 1. give it');
  });
});

describe('toHaveResource', () => {
  test('takes what hasResource takes', () => {
    expect(shop()).toHaveResource('ConfigMap', { data: { currency: 'EUR' } });
    expect(shop()).toHaveResource({ kind: 'Service', name: 'web' });
    expect(shop()).not.toHaveResource('ConfigMap', { data: { currency: 'USD' } });
  });

  test('fails with how the closest one differs', () => {
    expect(failure(() => expect(shop()).toHaveResource('ConfigMap', { data: { currency: 'USD' } }))).toMatchInlineSnapshot(`
      "no ConfigMap is as wanted. there is only ConfigMap/shop/settings, where
        data.currency is "EUR", wanted "USD""
    `);
  });

  test('fails with what there is behind not', () => {
    expect(failure(() => expect(shop()).not.toHaveResource('ConfigMap'))).toMatchInlineSnapshot(`"no ConfigMap was wanted. there is: ConfigMap/shop/settings"`);
  });

  test('fails behind not too when a synth would refuse the objects', () => {
    expect(failure(() => expect(broken()).not.toHaveResource('Rollout'))).toContain('schema/unknown-field');
  });
});

describe('toHaveFinding', () => {
  test('takes what hasFinding takes', () => {
    expect(broken()).toHaveFinding('schema/unknown-field');
    expect(broken()).toHaveFinding({ object: 'Service/api', message: 'prots' });
    expect(broken()).not.toHaveFinding('references/root-service');
  });

  test('fails with what was found instead', () => {
    expect(failure(() => expect(broken()).toHaveFinding({ rule: 'schema/unknown-field', object: 'Service/web' }))).toMatchInlineSnapshot(`
      "no finding of schema/unknown-field in Service/web was found. the closest of 2 is
        error schema/unknown-field in Service/shop/api spec.prots: unknown field "prots": the API server drops it
        where object is Service/shop/api, wanted Service/web"
    `);
  });

  test('fails with the finding behind not', () => {
    expect(failure(() => expect(broken()).not.toHaveFinding('schema/unknown-field'))).toContain('no finding of schema/unknown-field was wanted, and there is:');
  });
});

describe('toHavePhase', () => {
  const check = new AnalysisCheck(new ArgoChart(new TestApp(), 'shop'), 'Check', {
    metrics: () => [Metric.prometheus('error-rate', {
      address: 'http://prometheus:9090', query: 'up', success: Condition.below(0.05), interval: '1m', count: 3, failureLimit: 1,
    })],
  });
  const result = AnalysisTrial.of(check).measure({ 'error-rate': [[0.01], [0.2], [0.3]] });

  test('takes a phase, and what the message says', () => {
    expect(result).toHavePhase('Failed', 'failureLimit');
    expect(result).toHavePhase('Failed', /error-rate/);
    expect(result).not.toHavePhase('Failed', 'timeout');
    expect(result).not.toHavePhase('Successful');
  });

  test('fails with everything that was measured', () => {
    expect(failure(() => expect(result).toHavePhase('Successful'))).toMatchInlineSnapshot(`
      "the analysis was to end as Successful. it ended as

      Failed: metric "error-rate" is Failed: failed (2) > failureLimit (1)
        error-rate: Failed, failed (2) > failureLimit (1)
          [0] Successful [0.01]
          [1] Failed [0.2]
          [2] Failed [0.3]"
    `);
  });

  test('fails behind not', () => {
    expect(failure(() => expect(result).not.toHavePhase('Failed', 'failureLimit'))).toContain('the analysis was not to end as Failed with a message like "failureLimit"');
  });

  test('refuses a phase that there is not', () => {
    expect(() => expect(result).not.toHavePhase('failed' as string as 'Failed')).toThrow('there is no phase "failed". write one as Argo Rollouts does');
  });

  test('says what it takes', () => {
    expect(failure(() => MATCHERS.toHavePhase('Failed', 'Failed'))).toContain('expect was given no result of a trial. give it trial.measure({ ... })');
  });
});

describe('matchers', () => {
  test('are functions that need nothing of jest', () => {
    const { toHaveResource } = MATCHERS;
    const { pass, message } = toHaveResource(shop(), 'Service', { spec: { type: 'NodePort' } });
    expect(pass).toBe(false);
    expect(message()).toContain('spec.type is absent, wanted "NodePort"');
  });

  test('are given to any expect', () => {
    const extend = jest.fn();
    installMatchers({ extend });
    expect(Object.keys((extend.mock.calls as [object][])[0]![0])).toEqual(['toBeValid', 'toHaveFinding', 'toHaveResource', 'toMatchSyncPlan', 'toHavePhase']);
  });

  test('are installed by an entry, where there is an expect', () => {
    const load = (): void => {
      jest.isolateModules(() => jest.requireActual('../../../src/testing/jest'));
    };
    // Tests cannot add hooks, which the entry does.
    const hooks = jest.spyOn(globalThis, 'afterAll').mockReturnValue(undefined);
    load();
    expect(hooks).toHaveBeenCalledTimes(1);
    hooks.mockRestore();
    const known = Object.getOwnPropertyDescriptor(globalThis, 'expect')!;
    let message = '';
    try {
      Reflect.deleteProperty(globalThis, 'expect');
      load();
    } catch (error) {
      message = (error as Error).message;
    } finally {
      Object.defineProperty(globalThis, 'expect', known);
    }
    expect(message).toContain('there is no global expect');
  });
});

function failure(assertion: () => unknown): string {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}
