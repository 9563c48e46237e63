type Texts = Readonly<Record<string, string>>;

/** The YAML of a Secret that registers something, with these keys, for the examples of rules. */
export function exampleRegistration(type: string, name: string, fields: Texts, labels: Texts = {}): string {
  const lines = (texts: Texts, indent: string): string =>
    Object.entries(texts).map(([key, text]) => `${indent}${key}: ${JSON.stringify(text)}`).join('\n');
  return `apiVersion: v1
kind: Secret
metadata:
  name: ${name}
  namespace: argocd
  labels:
${lines({ 'argocd.argoproj.io/secret-type': type, ...labels }, '    ')}
stringData:
${lines(fields, '  ')}
`;
}

/** A cluster with these keys beside its name and server. */
export function exampleCluster(fields: Texts, labels: Texts = {}): string {
  return exampleRegistration('cluster', 'eu', { name: 'eu', server: 'https://eu.example.com', ...fields }, labels);
}

/** A Git repository with these keys beside its type and URL. */
export function exampleRepository(fields: Texts, name = 'manifests'): string {
  return exampleRegistration('repository', name, { type: 'git', url: 'https://git.example.com/org/manifests.git', ...fields });
}

/** A repository at this URL with a sealed credential. */
export function exampleSealedRepository(url: string, credential: string): string {
  return `apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: manifests
  namespace: argocd
spec:
  encryptedData:
    ${credential}: AgBy3i4OJSWK
  template:
    metadata:
      labels:
        argocd.argoproj.io/secret-type: repository
    data:
      type: git
      url: ${url}
`;
}
