import { nameStable } from '../../../../src/validation/rules/appsets/name-stable';
import { templateStable } from '../../../../src/validation/rules/appsets/template-stable';
import { findingsOf } from '../findings-of';
import { setOf } from './set-of';

const LIST = 'generators: [{ list: { elements: [{ env: staging }] } }]';
const found = (...parts: readonly string[]) =>
  findingsOf(nameStable, setOf(LIST, ...parts)).concat(findingsOf(templateStable, setOf(LIST, ...parts))).map(({ severity, pointer }) => `${severity} ${pointer}`);
const named = (name: string, spec = '{}') => `template: { metadata: { name: ${JSON.stringify(name)} }, spec: ${spec} }`;

test.each([
  ['{{ randAlphaNum 5 }}'], ['web-{{ uuidv4 | trunc 8 }}'], ['web-{{ now | unixEpoch }}'], ['web-{{ (now).Year }}'], ['{{ if (lt (randInt 0 2) 1) }}a{{ end }}'],
  ['{{ define "n" }}{{ randAlpha 5 }}{{ end }}web-{{ template "n" }}'], ['{{ with .env }}{{ list . "a" | shuffle }}{{ end }}'],
])('a name such as %s is an error', (name) => {
  expect(found(named(name))).toEqual(['error /spec/template/metadata/name']);
});

test('a destination too, and everything else is a warning', () => {
  expect(found(named('web', "{ destination: { namespace: 'web-{{ randNumeric 3 }}' } }"))).toEqual(['error /spec/template/spec/destination/namespace']);
  expect(found(named('web'), "templatePatch: '{ metadata: { labels: { a: {{ genPrivateKey \"rsa\" | sha256sum }} } } }'")).toEqual(['warning /spec/templatePatch']);
  expect(found('generators: [{ clusters: { values: { id: "{{ uuidv4 }}" } } }]')).toEqual(['warning /spec/generators/0/clusters/values/id']);
});

test.each(['web-{{ .env | sha256sum | trunc 5 }}', 'web-{{ "now" }}', 'web-{{ .now }}', 'web-{{ derivePassword 1 "long" .env .env .env | trunc 3 }}'])('%s is the same each time', (name) => {
  expect(found(named(name))).toEqual([]);
});

test('without goTemplate nothing is called', () => {
  expect(found('goTemplate: false', named('{{ randAlphaNum 5 }}'))).toEqual([]);
});
