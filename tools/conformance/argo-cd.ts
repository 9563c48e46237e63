import type { ConformanceSection } from './line';
import { APPLICATION_CONDITIONS } from './lines/application-conditions';
import { APPLICATION_SETS } from './lines/application-sets';
import { APPLICATIONS } from './lines/applications';
import { ARGO_CD_NOTIFICATIONS } from './lines/argo-cd-notifications';
import { ARGO_CD_SETTINGS } from './lines/argo-cd-settings';
import { IMAGE_UPDATER } from './lines/image-updater';
import { MANIFEST_GENERATION } from './lines/manifest-generation';
import { PROJECTS } from './lines/projects';
import { RBAC } from './lines/rbac';
import { REGISTRATIONS } from './lines/registrations';

/** What Argo CD 3.5 and the Image Updater check, in the order of the page. */
export const ARGO_CD: readonly ConformanceSection[] = [
  { title: 'Applications', intro: 'The API server refuses the Application, or the controller marks it InvalidSpecError.', lines: APPLICATIONS },
  { title: 'Making manifests', intro: 'The repo server cannot render the source: the Application shows a ComparisonError.', lines: MANIFEST_GENERATION },
  { title: 'Applications at work', intro: 'Conditions that the application controller sets, and what it ignores without a word.', lines: APPLICATION_CONDITIONS },
  { title: 'Projects', intro: 'The API server refuses the project. Applied from Git it is taken as it is, and fails later.', lines: PROJECTS },
  { title: 'ApplicationSets', intro: 'The ApplicationSet controller reports ErrorOccurred and makes nothing, or ignores what it does not know.', lines: APPLICATION_SETS },
  { title: 'The configuration of Argo CD', intro: 'Argo CD warns in its log, falls back to a default, or does not start.', lines: ARGO_CD_SETTINGS },
  { title: 'RBAC', intro: 'A line that is wrong denies, or makes the whole policy fail.', lines: RBAC },
  { title: 'Notifications', intro: 'One wrong entry stops all notifications; others send nothing.', lines: ARGO_CD_NOTIFICATIONS },
  { title: 'Clusters and repositories', intro: 'Argo CD does not see the Secret, or cannot use what it says.', lines: REGISTRATIONS },
  { title: 'The Image Updater', intro: 'The API server refuses the ImageUpdater, or no image is updated.', lines: IMAGE_UPDATER },
];
