export type {
  Image,
  OutlinePart,
  OverviewDocument,
  PageDocument,
  PageRenderer,
  PathwayDocument,
  SyllabusDocument,
} from './render/document.ts';
export { type Subject, subjects } from './subject.ts';
export { requireNotCertified } from './undo-guard.ts';
