/** Any value that JSON can carry. */
export type JsonValue = string | number | boolean | null | JsonObject | readonly JsonValue[];

/** A JSON object. A property that is `undefined` is not rendered. */
export interface JsonObject {
  /** A property and its value. */
  readonly [key: string]: JsonValue | undefined;
}

/** Tells a JSON object from the other JSON values. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
