import { csvField } from '../../../src/languages/rbac-policy/csv-record';
import { inertAction, inertObject, inertResource } from '../../../src/languages/rbac-policy/inert-line';
import { policyLine, type PermissionLine } from '../../../src/languages/rbac-policy/policy-line';

function line(resource: string, action: string, object: string): PermissionLine {
  return policyLine('policy.csv', 1, ['p', 'role:shop', resource, action, object, 'allow'].map(csvField).join(', ')) as PermissionLine;
}

describe('lines that fit something', () => {
  test.each([
    ['applications', 'get', 'shop/*'],
    ['applications', '*', '*'],
    ['*', '*', '*'],
    ['*', 'get', '*/*'],
    ['application*', '{get,sync}', 'shop/web'],
    ['applications', 'action/*', 'shop/*'],
    ['applications', 'action//Pod/restart', 'shop/teams/web'],
    ['applications', 'action/argoproj.io/*', 'shop/*'],
    ['applications', '*/argoproj.io/Rollout/*', 'shop/*'],
    ['applications', 'delete/*/Pod/*/*', 'shop/*'],
    ['applications', 'update/*', 'dev*'],
    ['applications', 's?nc', 'shop/[a-z]*'],
    ['clusters', 'get', 'https://kubernetes.default.svc'],
    ['clusters', 'get', 'shop/https://a.example.com'],
    ['repositories', 'get', 'git@git.example.com:org/shop.git'],
    ['write-repositories', 'update', '*'],
    ['accounts', 'get', 'dave'],
    ['projects', '*', 'team-*'],
    ['certificates', 'create', '*'],
    ['gpgkeys', 'get', '**'],
    ['exec', 'create', '*/*'],
    ['extensions', 'invoke', 'httpbin'],
  ])('p, %s, %s, %s', (...fields) => {
    const permission = line(...fields);
    expect([inertResource(permission), inertAction(permission), inertObject(permission)]).toEqual([undefined, undefined, undefined]);
  });
});

describe('lines that fit nothing', () => {
  test.each([
    ['application', 'get', 'shop/*', 'there is no resource "application"'],
    ['Applications', 'get', 'shop/*', 'there is no resource "Applications"'],
    ['logs', 'create', 'shop/*', '"create" cannot be done with logs'],
    ['exec', 'get', 'shop/*', '"get" cannot be done with exec'],
    ['applications', 'Sync', 'shop/*', '"Sync" cannot be done with applications'],
    ['applications', 'action', 'shop/*', '"action" has one part, and what is done with an object of an Application 4'],
    ['applications', 'action/Rollout/resume', 'shop/*', '"action/Rollout/resume" has 3 parts, and what is done with an object of an Application 4'],
    ['applications', 'delete/Pod/web-1', 'shop/*', '"delete/Pod/web-1" has 3 parts, and what is done with an object of an Application 5'],
    ['projects', 'action/argoproj.io/Rollout/resume', 'shop', '"action/argoproj.io/Rollout/resume" cannot be done with projects'],
    ['applications', 'get', 'web', 'no object of applications is called like "web"'],
    ['clusters', 'get', 'production', 'no object of clusters is called like "production"'],
    ['projects', 'get', 'shop/*', 'no object of projects is called like "shop/*"'],
    ['certificates', 'get', 'git.example.com', 'no object of certificates is called like "git.example.com"'],
    ['gpgkeys', 'get', '*/*', 'no object of gpgkeys is called like "*/*"'],
  ])('p, %s, %s, %s: %s', (resource, action, object, why) => {
    const permission = line(resource, action, object);
    const found = [inertResource(permission), inertAction(permission), inertObject(permission)];
    expect(found.flatMap((field) => field?.why ?? [])).toEqual([why]);
  });
});
