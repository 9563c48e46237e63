import type { GoFunctions } from '../signature';
import { ARGO_FUNCTIONS } from './argo';
import { ENCODING_FUNCTIONS } from './encoding';
import { LIST_FUNCTIONS } from './lists';
import { LOGIC_FUNCTIONS } from './logic';
import { MAP_FUNCTIONS } from './maps';
import { NUMBER_FUNCTIONS } from './numbers';
import { TEXT_FUNCTIONS } from './text';

/** What this library computes. Of every other function it says that the outcome is not known. */
export const COMPUTED_FUNCTIONS: GoFunctions = {
  ...ARGO_FUNCTIONS, ...ENCODING_FUNCTIONS, ...LIST_FUNCTIONS, ...LOGIC_FUNCTIONS, ...MAP_FUNCTIONS, ...NUMBER_FUNCTIONS, ...TEXT_FUNCTIONS,
};
