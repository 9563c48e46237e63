import type { Manifest } from '../manifests/manifest';

/** Before the id of a rule, whose slash is written as a dot, in the name of the annotation that acknowledges its findings. */
const PREFIX = 'acknowledge.cdk8s-argo/';

/** More than this nobody reads in an annotation, and all annotations of an object share 256 KiB. */
const LONGEST = 2000;

/** What an annotation says about the findings of a rule. */
export interface AcknowledgementText {
  readonly rule: string;
  readonly reason: string;
  /** The last day on which it holds; absent when it holds for ever. */
  readonly until?: string;
}

/** Annotations by their names. */
export type Annotations = Readonly<Record<string, string>>;

/** Reads `acknowledge.cdk8s-argo/<category>.<rule>: <reason> (until <date>)`, right or wrong; nothing of other annotations. */
export function acknowledgementOf(name: string, value: string): AcknowledgementText | undefined {
  if (!name.startsWith(PREFIX)) return undefined;
  const [, reason = '', until] = /^(.*?)\s*(?:\(until ([^)]*)\))?$/s.exec(value.trim()) ?? [];
  return { rule: name.slice(PREFIX.length).replace('.', '/'), reason, ...(until === undefined ? {} : { until }) };
}

/** Why a reason cannot stand in an annotation, if so: it has to be read back as it was written. */
export function annotationProblem({ rule, reason, until }: AcknowledgementText): string | undefined {
  const line = inOneLine(reason);
  if (line.length > LONGEST) {
    return `the reason of the acknowledgement of ${rule} has ${line.length} characters, and an annotation takes ${LONGEST} here. say it shortly, and write the rest into a document`;
  }
  if (until !== undefined) return undefined;
  const [date] = /\(until [^)]*\)$/.exec(line) ?? [];
  if (date !== undefined) {
    return `the reason of the acknowledgement of ${rule} ends with "${date}", which is read as its last day in an annotation. give the day as until: '2027-03-01', or put it in other words`;
  }
  const unread = unreadDate(reason);
  return unread && `the reason of the acknowledgement of ${rule} says "${unread}", which is no last day where it stands. give the day as until: '2027-03-01', or put it in other words`;
}

/** A day in a reason that looks like the last one, and is not read as that. */
export function unreadDate(reason: string): string | undefined {
  return /until\W{0,4}\d{4}\W\d{1,2}\W\d{1,2}/i.exec(reason)?.[0];
}

/** The object with these annotations. Those that it has itself stay as they are. */
export function annotated(manifest: Manifest, annotations: Annotations | undefined): Manifest {
  if (!annotations) return manifest;
  const { metadata } = manifest;
  return { ...manifest, metadata: { ...metadata, annotations: { ...annotations, ...metadata.annotations } } };
}

/** The annotation of an acknowledgement. */
export function annotationOf({ rule, reason, until }: AcknowledgementText): readonly [name: string, value: string] {
  return [`${PREFIX}${rule.replace('/', '.')}`, `${inOneLine(reason)}${until === undefined ? '' : ` (until ${until})`}`];
}

// A change of a reason is a line of the diff, and other programs show annotations in one line.
function inOneLine(reason: string): string {
  return reason.trim().replace(/\s+/g, ' ');
}
