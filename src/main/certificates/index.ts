export type { Image, PageRenderer, SyllabusDocument } from './render/document.ts';
export { type Subject, subjects } from './subject.ts';
export { requireNotCertified } from './undo-guard.ts';
