// What looks like the name of a key is the token itself.
import { NotificationService } from 'cdk8s-argo';

export function program(): void {
  NotificationService.slack({ token: '$xoxb.1234.secret' });
}
