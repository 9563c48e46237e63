const NAME = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

/** Whether Kubernetes takes the text for the name of an Application. */
export function isObjectName(text: string): boolean {
  return text.length <= 253 && NAME.test(text);
}

/** Whether Kubernetes takes the text for the name of a namespace. */
export function isNamespaceName(text: string): boolean {
  return text.length <= 63 && !text.includes('.') && NAME.test(text);
}
