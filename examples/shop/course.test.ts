import { RolloutCourse } from 'cdk8s-argo';
import { Manifests, TestApp } from 'cdk8s-argo/testing';
import { Shop } from './shop';

const shop = new Shop(new TestApp(), 'shop', { host: 'shop.example.com', replicas: 12, image: '4.2.0' });
const course = RolloutCourse.of(Manifests.fromChart(shop).all, 'storefront-web');

test('what a release of the storefront does', () => {
  expect(course.toString()).toMatchInlineSnapshot(`
    "Canary storefront-web: istio splits the traffic
      step 1     5 %  setWeight 5
      step 2     5 %  pauses for 5m
      step 3     5 %  is checked by storefront-error-rate
                      error-rate: 5 measurements, one every 1m; fails at the 2nd failed one; ends after 4m
      step 4    20 %  setWeight 20
      step 5    20 %  pauses for 10m
      step 6    50 %  setWeight 50
      step 7    50 %  pauses for 10m
      step 8    50 %  is checked by storefront-error-rate
      end      100 %  the new version is the stable one
      takes 33m, beside the time that pods need to start
      a check that fails or a person aborts it: back to 0 % at once, and the new pods go after 30s
    "
  `);
});

test('is checked before more than a twentieth of the customers see it', () => {
  const checked = course.steps.findIndex(({ checks }) => checks.length > 0);
  expect(course.steps.slice(0, checked).every(({ percent }) => percent <= 5)).toBe(true);
});
