import { useLocation } from 'wouter';
import { call, showDone, showFault } from '../../api/index.ts';
import { editDraft } from '../draft/use-draft.ts';
import { contentOfVersion } from './frozen-content.ts';

/**
 * Makes the draft of a curriculum read like one of its versions again, as one edit that Undo takes back, and goes to the
 * draft.
 */
export function usePutBack(): (version: {
  readonly id: number;
  readonly number: number;
  readonly curriculumId: number;
}) => Promise<void> {
  const [, navigate] = useLocation();
  return async ({ id, number, curriculumId }) => {
    const [version, curriculum] = await Promise.all([
      call('versions.get', { versionId: id }),
      call('curricula.get', { id: curriculumId }),
    ]);
    if (!version.ok) return showFault(version.error);
    if (!curriculum.ok) return showFault(curriculum.error);
    const saved = await editDraft(
      curriculum.value,
      `Version ${number} put back`,
      contentOfVersion(version.value),
    );
    navigate(`/curricula/${curriculumId}`);
    // What could not be saved is told on the page of the draft, which goes on trying.
    if (saved)
      showDone(`The draft reads like version ${number} again. Undo above the outline takes it back.`, null);
  };
}
