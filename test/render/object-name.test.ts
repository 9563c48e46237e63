import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { checkedName, kebab, objectName } from '../../src/render/object-name';
import { shopChart } from '../shop';

describe('objectName', () => {
  test('is the path of ids below the chart, in kebab-case', () => {
    const storefront = new Construct(shopChart(), 'Storefront');
    const web = new Construct(storefront, 'WebV2');
    expect(objectName(web)).toBe('storefront-web-v2');
    expect(objectName(new Construct(web, 'Resource'))).toBe('storefront-web-v2');
  });

  test('is what cdk8s objects in an ArgoChart are called too', () => {
    const group = new Construct(shopChart(), 'Settings');
    expect(new ApiObject(group, 'ForMail', { apiVersion: 'v1', kind: 'ConfigMap' }).name).toBe('settings-for-mail');
  });

  test.each([['ErrorRate', 'error-rate'], ['HTTPProbe', 'http-probe'], ['web_v2', 'web-v2'], ['A b', 'a-b'], ['S3Bucket', 's3-bucket']])('turns %p into %p', (id, name) => {
    expect(kebab(id)).toBe(name);
  });

  test('says what is wrong with a name, and where it comes from', () => {
    const chart = shopChart();
    expect(() => objectName(new Construct(chart, 'Web!'))).toThrow('web/Web!: the name "web!" (from the ids "Web!") is not a DNS label');
    expect(() => objectName(new Construct(chart, 'x'.repeat(64)))).toThrow(/has 64 characters, at most 63 are allowed/);
    expect(() => checkedName(chart, 'Web', 'metadata.name')).toThrow('the name "Web" (from metadata.name) is not a DNS label');
  });
});
