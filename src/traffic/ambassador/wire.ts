/** The spec of a Mapping: the part of it that we render. It never has a weight: the controller refuses one that has. */
export interface MappingSpecWire {
  readonly prefix: string;
  readonly host?: string;
  readonly hostname?: string;
  readonly rewrite?: string;
  readonly service: string;
  readonly resolver?: string;
  readonly timeout_ms?: number;
}
