import type { ConformanceLines } from '../line';

/** argocd-notifications-cm: pkg in argoproj/notifications-engine. */
export const ARGO_CD_NOTIFICATIONS: ConformanceLines = {
  'CD-228': 'the key of a service is `service.<type>` or `service.<type>.<name>`, or nothing is read',
  'CD-229': { check: 'the type of a service is one of 21', rest: '`NotificationService.ofType` takes no other' },
  'CD-230': 'options of a service have the types of its fields; others are passed over',
  'CD-231': 'templates, triggers, default triggers, subscriptions and the context are YAML of their form',
  'CD-232': { check: '`when` and `oncePer` compile, and only true sends', rest: '`NotificationTrigger` reads them with the grammar of expr 1.17' },
  'CD-233': { check: 'an expression that fails counts as false', rest: 'which fields beside those that Argo CD leaves out are missing' },
  'CD-234': 'the texts of templates parse as Go templates',
  'CD-235': { check: 'what is missing is printed as `<no value>`', rest: 'Applications that are not among the manifests' },
  'CD-236': {
    check: 'a trigger, template or service that is not there is noticed when something is sent',
    rest: 'subscriptions at Applications that are elsewhere',
  },
  'CD-237': { check: '`$name` stands for a key of argocd-notifications-secret', rest: 'whether the Secret has the key' },
  'CD-238': { check: 'attachments and blocks are JSON once they are filled in', rest: 'what texts of the cluster make of them' },
  'CD-239': { check: 'the annotation of a subscriber is split at its dots', rest: '`NotificationSubscription` takes no name with a dot' },
  'CD-240': 'the annotation `subscriptions` is a list of triggers and destinations',
  'CD-241': 'without a subscription nothing is sent',
  'CD-242': { check: 'the ConfigMap is found by its name', unwritable: '`ArgoCdNotifications` gives the name' },
  'CD-243': { check: 'with self-service templates have no secrets', rest: 'where the parameter is set elsewhere' },
};
