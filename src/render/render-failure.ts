import type { ApiObject } from 'cdk8s';
import type { Manifest } from '../manifests/manifest';

/** An object that could not be turned into a manifest. A class, so that no manifest can be taken for one. */
export class RenderFailure {
  public constructor(public readonly object: ApiObject, public readonly message: string) {}
}

/** Tells a manifest from a failure. */
export function isManifest(rendered: Manifest | RenderFailure): rendered is Manifest {
  return !(rendered instanceof RenderFailure);
}

/**
 * What went wrong, in words for the report. cdk8s wraps it ("Failed serializing construct at path '...' with name '...': ..."), and
 * our own errors carry path and line: both are taken off, as the report gives them once.
 */
export function reasonOf(object: ApiObject, error: unknown): string {
  if (error instanceof RangeError || String(error).includes('RangeError: Maximum call stack')) {
    return 'the object contains itself, or is nested too deeply';
  }
  let text = error instanceof Error ? error.message : String(error);
  text = text.replace(/^Failed serializing construct at path '[^']*' with name '[^']*': /, '').replace(/^[A-Za-z]*Error: /, '');
  const scope = object.node.scopes.map((c) => `${c.node.path}: `).filter((prefix) => prefix !== ': ' && text.startsWith(prefix)).pop();
  if (scope !== undefined) text = text.slice(scope.length).replace(/ \([^()\s]+:\d+\)$/, '');
  // A JSON patch that fails brings the whole object along.
  return text.replace(/\n?tree: [\s\S]*$/, '').replace(/\n(name|index|operation): /g, '; $1: ');
}
