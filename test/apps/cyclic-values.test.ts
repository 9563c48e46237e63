import { helmValuesToKube } from '../../src/apps/sources/helm-values';

test('values that contain themselves are refused, with the place', () => {
  const values: Record<string, unknown> = { web: { replicas: 2 } };
  values.global = { all: values };
  expect(() => helmValuesToKube(values)).toThrow('the values of a Helm source contain themselves: global.all is all of them again');
  const list: unknown[] = [];
  list.push(list);
  expect(() => helmValuesToKube({ hosts: list })).toThrow('hosts.0 is hosts again');
});

test('the same values in two places are no cycle', () => {
  const resources = { cpu: 1 };
  const values = { web: { resources }, worker: { resources } };
  expect(helmValuesToKube(values)).toEqual({ valuesObject: values });
});
