import type { ActivityContent } from '../contract/activities.ts';

/** The editable fields of an activity, without its counts. */
export function contentOf(activity: ActivityContent): ActivityContent {
  return {
    title: activity.title,
    learningFormat: activity.learningFormat,
    formatDescription: activity.formatDescription,
    delivery: activity.delivery,
    place: activity.place,
    link: activity.link,
    startsOn: activity.startsOn,
    endsOn: activity.endsOn,
    timeZone: activity.timeZone,
    providership: activity.providership,
    jointProviders: activity.jointProviders,
    maximumQuarters: activity.maximumQuarters,
    rules: activity.rules,
  };
}
