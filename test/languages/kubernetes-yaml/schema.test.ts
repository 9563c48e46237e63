import { load } from 'js-yaml';
import { KUBERNETES_SCHEMA } from '../../../src/languages/kubernetes-yaml/schema';
import recorded from './schema.json';

// What test/oracles/sigs-yaml/main.go answers for `v: <text>`; $error where it refuses the text.
test.each(recorded as unknown as ReadonlyArray<readonly [text: string, value: unknown]>)('%s is read as Kubernetes reads it', (text, value) => {
  const read = (): unknown => (load(`v: ${text}\n`, { schema: KUBERNETES_SCHEMA }) as { v: unknown }).v;
  if (value === '$error') expect(read).toThrow();
  else expect(JSON.parse(JSON.stringify(read()))).toEqual(value);
});
