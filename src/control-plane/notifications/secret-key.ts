import { InputError } from '../../manifests/input-error';

/**
 * A key of the Secret that belongs to the notifications, with a dollar sign before it: `$slack-token`. The controller puts the value
 * in its place, so that none is ever committed.
 */
export type NotificationSecretKey = `$${string}`;

/** The key, if the controller would see one: `[$][\w-]+` in pkg/api/config.go of argoproj/notifications-engine. */
export function checkedSecretKey(key: NotificationSecretKey, what: string): NotificationSecretKey {
  if (!/^\$[\w-]+$/.test(key)) {
    // What was passed may be the secret itself.
    throw new InputError(`${what} is no key of the notification Secret. write a dollar sign and the key: letters, digits, hyphens and underscores, such as $slack-token`);
  }
  return key;
}

/** The keys by their names, each checked. */
export function checkedSecretKeys<K extends Readonly<Record<string, NotificationSecretKey>>>(keys: K, what: string): K {
  const entries = Object.entries(keys);
  if (entries.length === 0) throw new InputError(`${what} has no entry, so nobody could be told. give each recipient a name and a key, such as { shop: '$shop-key' }`);
  for (const [name, key] of entries) checkedSecretKey(key, `${what}.${name}`);
  return keys;
}
