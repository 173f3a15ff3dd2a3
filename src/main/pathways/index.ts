export { KeptAnswers } from './kept-answers.ts';
export type { PathwaySolver } from './solver/solver.ts';
