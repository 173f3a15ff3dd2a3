/** What a learner shows, the pathway to what is wanted, and the gaps of everyone in an activity. */
export { GapsTab } from './cohort/GapsTab.tsx';
export { LevelsTab } from './levels/LevelsTab.tsx';
export { PathwayTab } from './pathway/PathwayTab.tsx';
export { SavedPathwayView } from './saved/SavedPathwayView.tsx';
