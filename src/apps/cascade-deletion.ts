/**
 * Whether deleting an Application deletes what it has applied: `true` or `'foreground'` waits until all of it is gone, `'background'`
 * does not wait for what the objects own, `false` leaves everything where it is.
 */
export type CascadeDeletion = boolean | 'foreground' | 'background';

const FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/** The finalizers of an Application that is deleted this way, with those that the user wrote. */
export function finalizersOf(cascade: CascadeDeletion, others: readonly string[] = []): string[] | undefined {
  if (cascade === false) return others.length > 0 ? [...others] : undefined;
  return [cascade === 'background' ? `${FINALIZER}/background` : FINALIZER, ...others];
}

/** What is wrong with finalizers that the user wrote, if they decide what `cascadeDeletion` is there to decide. */
export function finalizersProblem(finalizers: readonly string[] = []): string | undefined {
  const cascading = finalizers.find((finalizer) => finalizer.startsWith(FINALIZER));
  return cascading && `metadata.finalizers names ${cascading}. say cascadeDeletion instead, which adds it`;
}
