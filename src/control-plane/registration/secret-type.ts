/** The label by which Argo CD finds what registers clusters and repositories. */
export const SECRET_TYPE = 'argocd.argoproj.io/secret-type';
