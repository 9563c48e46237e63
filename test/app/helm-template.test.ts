import { ApiObject } from 'cdk8s';
import { ArgoApp, ArgoChart, Repository, Source } from '../../src';

const app = new ArgoApp({ report: 'none' });
const chart = new ArgoChart(app, 'checks', { namespace: 'shop', folder: 'charts/shop/templates', helmTemplate: true });
new ApiObject(chart, 'Map', { apiVersion: 'v1', kind: 'ConfigMap', data: { query: 'up{service="{{args.service}}"}', plain: 'a}} {{- b' } });

test('braces are written as Helm gives them back', () => {
  expect(app.synthYaml()).toContain('query: up{service="{{ "{{" }}args.service}}"}');
  expect(app.synthYaml().replaceAll('{{ "{{" }}', '{{')).toContain('query: up{service="{{args.service}}"}\n');
  expect(app.synthYaml()).toContain('a}} {{ "{{" }}- b');
});

test('the objects are as they come out of Helm', () => {
  expect(chart.toJson()).toMatchObject([{ data: { query: 'up{service="{{args.service}}"}' } }]);
});

test('an Application does not deliver the file as it is', () => {
  const repository = Repository.git({ url: 'https://git.example.com/shop.git', revision: 'main', root: 'dist' });
  expect(() => Source.chart(chart, repository)).toThrow('the chart checks is written as templates of a Helm chart, and would be applied with its braces escaped');
});
