export { Profile, type ProfileName, type RuleLevel, type RuleLevels } from './profile';
export { profileOf, type ProfileProps } from './profile-of';
