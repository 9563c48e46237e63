import { AnalysisCheck, Arg, Condition, Metric } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** Has a test runner call a Service, and waits for its verdict. */
export function smokeTest(scope: Construct) {
  return new AnalysisCheck(scope, 'SmokeTest', {
    args: { service: Arg.required() },
    metrics: ({ service }) => [Metric.web('smoke-test', {
      url: 'http://test-runner.ci/api/v1/smoke-test',
      method: 'POST',
      // As JSON and not as a text that has to be JSON; the content type comes with it.
      jsonBody: { service, tests: ['health', 'basic-crud', 'auth'] },
      // The path led to the object `result` and the condition to a field of it. Were `result` a text, the condition would have been an
      // error. A path down to the value says what is compared, and a missing one counts as no pass.
      jsonPath: '{$.result.status}',
      success: Condition.equals('pass', { noData: 'fail' }),
      timeout: '2m',
    })],
  });
}
