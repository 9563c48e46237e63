import { LuaHealth } from 'cdk8s-argo/testing';
import { DATABASE_HEALTH } from '../../../examples/argo-cd/config';

describe('the health check of the docs', () => {
  const health = LuaHealth.of(DATABASE_HEALTH);

  test('a database that nobody has looked at yet is waited for', () => {
    expect(health.assess({ kind: 'Database', metadata: { name: 'orders' } })).toEqual({
      status: 'Progressing', message: 'the operator has not looked at it yet',
    });
  });

  test('a database that is not ready is degraded, with the words of its operator', () => {
    const status = { conditions: [{ type: 'Ready', status: 'False', message: 'no space left' }] };
    expect(health.assess({ kind: 'Database', status })).toEqual({ status: 'Degraded', message: 'no space left' });
  });

  test('a script that stands elsewhere says why it fails', () => {
    const script = 'return { status = obj.status.phase }';
    expect(LuaHealth.of({ script }).assess({ kind: 'Database' }).error).toContain('attempt to index a nil value');
  });
});
