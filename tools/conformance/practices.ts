import type { ConformanceSection } from './line';
import {
  ANALYSIS_PRACTICES, DELIVERY_PRACTICES, FLEET_PRACTICES, OPERATION_PRACTICES, POD_PRACTICES, RELEASE_PRACTICES,
} from './lines/practices';

/** What people recommend who run Argo CD and Argo Rollouts in production, in the order of the page. */
export const PRACTICES: readonly ConformanceSection[] = [
  { title: 'Delivery', intro: 'How Argo CD brings to the cluster what Git says.', lines: DELIVERY_PRACTICES },
  { title: 'Fleet and teams', intro: 'Several clusters, environments and teams.', lines: FLEET_PRACTICES },
  { title: 'Releases', intro: 'How a new version gets its traffic.', lines: RELEASE_PRACTICES },
  { title: 'Analysis', intro: 'What decides whether a release goes on.', lines: ANALYSIS_PRACTICES },
  { title: 'Pods', intro: 'What a release is made of.', lines: POD_PRACTICES },
  { title: 'Operation', intro: 'Argo CD itself, and the people around it.', lines: OPERATION_PRACTICES },
];
