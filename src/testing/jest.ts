import { InputError } from '../manifests/input-error';
import { type ExtensibleExpect, installMatchers } from './expect/install-matchers';

const { expect } = globalThis as { readonly expect?: ExtensibleExpect };
if (expect === undefined) {
  throw new InputError("there is no global expect. import { installMatchers } from 'cdk8s-argo/testing', and give it the one that your tests import");
}
installMatchers(expect);
