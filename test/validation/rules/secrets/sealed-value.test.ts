import { dump } from 'js-yaml';
import type { JsonValue } from '../../../../src/manifests/json';
import { sealedValue } from '../../../../src/validation/rules/secrets/sealed-value';
import { findingsOf } from '../findings-of';

const sealed = (encryptedData: JsonValue) => dump({
  apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', metadata: { name: 'db' }, spec: { encryptedData },
});

test.each([
  ['AgBy3i4OJSWK+PiTySYZZA9rO...', 'a text that ends in dots'],
  ['AgBy3', 'another text'],
  ['hunter2!', 'another text'],
  ['', 'an empty text'],
])('%j is refused, and the report does not repeat it', (value, received) => {
  const findings = findingsOf(sealedValue, sealed({ 'db/password': value }));
  expect(findings).toEqual([expect.objectContaining({ severity: 'error', pointer: '/spec/encryptedData/db~1password', received })]);
  expect(findings[0]!.message + findings[0]!.fix!).not.toContain(value || 'AgB');
});

test.each([
  ['padding', 'AgBy3i4='], ['line breaks of a block', 'AgBy3i4OJSWK\nAgBy3i4O\n'], ['a value of Helm', '{{ .Values.sealed }}'], ['a value of Flux', '${SEALED}'],
])('%s is no finding', (_, value) => {
  expect(findingsOf(sealedValue, sealed({ password: value }))).toEqual([]);
});

test('shapes that the schema reports are left to it', () => {
  expect(findingsOf(sealedValue, sealed('AgB...'))).toEqual([]);
  expect(findingsOf(sealedValue, sealed({ password: 3 }))).toEqual([]);
});
