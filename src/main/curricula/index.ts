export { requireModulesNamed } from './modules.ts';
export { getVersion } from './versions.ts';
