export type { RuleLevel, RuleLevels } from './levels';
export { Profile, type ProfileName } from './profile';
export { profileOf, type ProfileProps } from './profile-of';
