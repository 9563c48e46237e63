import { type NotificationSubscription, subscriptionAnnotations } from '../app/notification-subscription';
import { InputError } from '../manifests/input-error';

/** The annotation with the paths that manifests are made of. */
export const MANIFEST_GENERATE_PATHS = 'argocd.argoproj.io/manifest-generate-paths';

/** How Argo CD compares the objects of an Application with Git. */
export interface CompareOptions {
  /**
   * Whether the API server is asked what applying would change: mutating webhooks and defaults then cause no difference. `false` where
   * Argo CD does so for all Applications.
   * @default - as Argo CD does for all Applications
   */
  readonly serverSideDiff?: boolean;
  /**
   * Whether what mutating webhooks write counts as a difference. Only with a server-side diff.
   * @default false
   */
  readonly includeMutationWebhook?: boolean;
}

/** A message on the page of an Application. */
export interface ApplicationNotice {
  /** Text of the message. */
  readonly content: string;
  /** @default 'info' */
  readonly severity?: 'info' | 'warning' | 'critical';
  /**
   * Page that it leads to.
   * @default - none
   */
  readonly url?: string;
}

/** What Argo CD reads from annotations of an Application. */
export interface ApplicationAnnotationProps {
  /**
   * Files and folders that the manifests are made of: a commit that touches none of them makes no work. Relative to the folder of the
   * source, or from the top of the repository when they begin with `/`. `[]` looks at every commit.
   * @default - the folder of the source where this app writes all that is in it, and every commit else
   */
  readonly manifestGeneratePaths?: readonly string[];
  /**
   * Whether Argo CD leaves the Application alone altogether.
   * @default false
   */
  readonly skipReconcile?: boolean;
  /**
   * How objects are compared with Git.
   * @default - as Argo CD does for all Applications
   */
  readonly compareOptions?: CompareOptions;
  /**
   * Address of the Argo CD that manages the Application, where its links are to lead.
   * @default - the one that shows it
   */
  readonly managedByUrl?: string;
  /**
   * Links on the page of the Application, by their title: `{ dashboard: 'https://grafana.example.com/d/web' }`.
   * @default - none
   */
  readonly links?: Readonly<Record<string, string>>;
  /**
   * A message to everybody who looks at the Application.
   * @default - none
   */
  readonly notice?: ApplicationNotice;
  /**
   * Who is told about what happens to the Application: `NotificationSubscription.onApplication('on-sync-failed').slack('releases')`.
   * @default - those whom its project and the default subscriptions name
   */
  readonly notifications?: readonly NotificationSubscription<'Application'>[];
}

/** The annotations, none for what was not said. */
export function applicationAnnotations(props: ApplicationAnnotationProps): Record<string, string> | undefined {
  const { manifestGeneratePaths: paths, skipReconcile, compareOptions, managedByUrl, links = {}, notice, notifications = [] } = props;
  if (managedByUrl !== undefined && !/^(https?:\/\/|\{\{)/.test(managedByUrl)) {
    throw new InputError(`managedByUrl is ${JSON.stringify(managedByUrl)}. give the address of an Argo CD, such as https://argocd.example.com`);
  }
  const annotations = {
    [MANIFEST_GENERATE_PATHS]: paths && paths.length > 0 ? paths.join(';') : undefined,
    'argocd.argoproj.io/skip-reconcile': skipReconcile ? 'true' : undefined,
    'argocd.argoproj.io/compare-options': compareOptions && compareOptionsText(compareOptions),
    'argocd.argoproj.io/managed-by-url': managedByUrl,
    ...Object.fromEntries(Object.entries(links).map(([title, url]) => [`link.argocd.argoproj.io/${title}`, url])),
    'notice.argocd.argoproj.io/content': notice?.content,
    'notice.argocd.argoproj.io/severity': notice?.severity,
    'notice.argocd.argoproj.io/url': notice?.url,
    ...subscriptionAnnotations(notifications),
  };
  const said = Object.entries(annotations).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

function compareOptionsText({ serverSideDiff, includeMutationWebhook = false }: CompareOptions): string | undefined {
  const options = [
    ...serverSideDiff === undefined ? [] : [`ServerSideDiff=${serverSideDiff}`],
    ...includeMutationWebhook ? ['IncludeMutationWebhook=true'] : [],
  ];
  return options.length > 0 ? options.join(',') : undefined;
}
