export { ReflectionsTab } from './ReflectionsTab.tsx';
