export { durationProblem, goDurationSeconds, suggestGoDuration } from '../../../languages/go-duration';
