import { unzip } from 'fflate';
import { useCallback, useState } from 'react';
import { counted } from '../../shared/format.ts';
import {
  blobOf,
  callOrShow,
  chooseFolder,
  type FolderResult,
  saveFileOf,
  saveIntoFolder,
  showDone,
  showFault,
} from '../api/index.ts';

/** The two ways to save all current certificates of an activity, with the list that goes with them. */
export type SaveAll = {
  readonly saving: boolean;
  readonly asZip: () => Promise<void>;
  /** Asks for the folder first: the window may only ask straight after a click. */
  readonly intoFolder: () => Promise<void>;
};

/** Saves all current certificates of an activity. A fault is shown; saving again goes on where it stopped. */
export function useSaveAll(activityId: number): SaveAll {
  const [saving, setSaving] = useState(false);

  const whileSaving = useCallback(async (work: () => Promise<void>): Promise<void> => {
    setSaving(true);
    try {
      await work();
    } finally {
      setSaving(false);
    }
  }, []);

  const asZip = useCallback(
    () =>
      whileSaving(async () => {
        await saveFileOf('certificates.archive', { activityId });
      }),
    [activityId, whileSaving],
  );

  const intoFolder = useCallback(
    () =>
      whileSaving(async () => {
        try {
          const folder = await chooseFolder();
          if (!folder) return;
          const archive = await callOrShow('certificates.archive', { activityId });
          if (!archive) return;
          const files = await unpack(new Uint8Array(await blobOf(archive).arrayBuffer()));
          showDone(inWords(await saveIntoFolder(folder, files)), null);
        } catch {
          showFault({
            code: 'certificates/not-saved',
            message:
              'Not every file could be written into this folder. Check that it is there, may be written and has room, then save again: what is there already is kept.',
          });
        }
      }),
    [activityId, whileSaving],
  );

  return { saving, asZip, intoFolder };
}

function inWords({ folder, written, already }: FolderResult): string {
  const before = already === 0 ? '' : ` ${counted(already, 'file was', 'files were')} there already.`;
  return `Saved ${counted(written, 'file', 'files')} into “${folder}”.${before}`;
}

function unpack(
  zip: Uint8Array,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[]> {
  return new Promise((resolve, reject) => {
    unzip(zip, (error, files) => {
      if (error) reject(error);
      else resolve(Object.entries(files).map(([name, bytes]) => ({ name, bytes: new Uint8Array(bytes) })));
    });
  });
}
