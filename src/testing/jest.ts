import { InputError } from '../manifests/input-error';
import { type ExtensibleExpect, installMatchers } from './expect/install-matchers';
import { removeTestOutput } from './test-output';

const { expect, afterAll } = globalThis as { readonly expect?: ExtensibleExpect; readonly afterAll?: (hook: () => void) => void };
if (expect === undefined) {
  throw new InputError("there is no global expect. import { installMatchers } from 'cdk8s-argo/testing', and give it the one that your tests import");
}
installMatchers(expect);
afterAll?.(removeTestOutput);
