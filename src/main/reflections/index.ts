export { recordedReflections, reflectionFrame, writeReflection } from './reflections.ts';
