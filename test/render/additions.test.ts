import { ApiObject } from 'cdk8s';
import { ArgoChart } from '../../src/app/argo-chart';
import { addAnnotations } from '../../src/render/additions';
import { plainApp } from '../plain-app';

function configMap(props: Record<string, unknown>, annotations?: Record<string, string>) {
  const chart = new ArgoChart(plainApp(), 'web', { namespace: 'shop' });
  return new ApiObject(chart, 'Settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { annotations }, ...props });
}

describe('rendering', () => {
  test('adds what the passes say, and the user\'s own annotations win', () => {
    const object = configMap({}, { mine: 'stays', both: 'mine' });
    addAnnotations(object, 'a test', () => ({ added: 'yes', both: 'theirs' }));
    expect(object.toJson()).toMatchObject({ metadata: { annotations: { added: 'yes', mine: 'stays', both: 'mine' } } });
    expect(object.toJson()).toEqual(object.toJson());
  });

  test.each([
    [{ data: { colour: null } }, 'data.colour is null, which cdk8s would drop silently'],
    [{ data: { list: ['a', undefined] } }, 'data.list.1 is undefined, which cdk8s would drop silently'],
    [{ data: { deep: [{ value: null }] } }, 'data.deep.0.value is null'],
  ])('refuses %j', (props, message) => {
    expect(() => void configMap(props).toJson()).toThrow(message);
  });

  test('takes undefined as not rendered', () => {
    expect(configMap({ data: { colour: undefined, shape: 'round' } }).toJson()).toHaveProperty('data', { shape: 'round' });
  });
});
