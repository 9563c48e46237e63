import { isJsonObject } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';

/** Finds sealed values that no controller can open. */
export const sealedValue = defineRule({
  id: 'secrets/sealed-value',
  severity: 'error',
  kinds: ['bitnami.com/SealedSecret'],
  since: '0.1.0',
  implements: ['E56', 'P31'],
  title: 'a sealed value is base64, as kubeseal prints it',
  rationale:
    'The controller decodes each value before it decrypts it. A placeholder, a value that was cut off when it was copied, or a password that was '
    + 'never sealed is no base64: then it makes no Secret at all, and the pods that need one do not start.',
  bad: example('AgBy3i4OJSWK...'),
  good: example('AgBy3i4OJSWK'),
  check({ manifest: { spec } }, context) {
    const values = isJsonObject(spec) && isJsonObject(spec.encryptedData) ? spec.encryptedData : {};
    for (const [key, value] of Object.entries(values)) {
      if (typeof value !== 'string' || isFilledIn(value) || isBase64(value)) continue;
      context.report(pointer('/spec/encryptedData', key), 'the value is no base64, so the controller cannot open it and makes no Secret', {
        // It may be the secret itself.
        received: value === '' ? 'an empty text' : value.endsWith('...') ? 'a text that ends in dots' : 'another text',
        expected: 'what kubeseal prints',
        fix: `seal the value again and put in all of it: kubeseal --raw prints what belongs under ${key}`,
      });
    }
  },
});

/** As Go decodes it: with its padding, and with line breaks anywhere. */
function isBase64(value: string): boolean {
  const text = value.replace(/[\r\n]/g, '');
  return text.length > 0 && text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}

/** Helm or Flux puts the value in later. */
function isFilledIn(value: string): boolean {
  return value.includes('{{') || value.includes('${');
}

function example(value: string): string {
  return `
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: web
spec:
  encryptedData:
    PASSWORD: ${value}
`;
}
