/** What became of files that were saved into a folder: `written` anew, `already` there with the same content. */
export type FolderResult = { readonly folder: string; readonly written: number; readonly already: number };

type FolderPicker = (options: { readonly mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

/** Whether this window can write into a folder of the person's choice; Firefox and Safari cannot. */
export function canSaveIntoFolder(): boolean {
  return folderPicker() !== null;
}

/** Asks for a folder; null when the person changed their mind. Call it straight from a click. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
  const pick = folderPicker();
  if (!pick) return null;
  try {
    return await pick({ mode: 'readwrite' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/**
 * Saves files into a folder and never writes over another one: a file that is there with the same content is left, and one
 * with other content keeps its name while ours gets a number behind it.
 * @throws DOMException when the folder is gone, full or may not be written
 */
export async function saveIntoFolder(
  folder: FileSystemDirectoryHandle,
  files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[],
): Promise<FolderResult> {
  let written = 0;
  let already = 0;
  for (const { name, bytes } of files) {
    const free = await freeName(folder, name, bytes);
    if (free === null) {
      already += 1;
      continue;
    }
    const handle = await folder.getFileHandle(free, { create: true });
    // The stream writes beside the file and puts it in place when it is closed: never half a page.
    const stream = await handle.createWritable();
    await stream.write(bytes);
    await stream.close();
    written += 1;
  }
  return { folder: folder.name, written, already };
}

/** The first name that nothing else has, or null when this very file is there. */
async function freeName(
  folder: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array,
): Promise<string | null> {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${stem} (${number})${ending}`;
    const there = await contentOf(folder, candidate);
    if (there === null) return candidate;
    if (there.length === bytes.length && there.every((byte, index) => byte === bytes[index])) return null;
  }
}

async function contentOf(folder: FileSystemDirectoryHandle, name: string): Promise<Uint8Array | null> {
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}

function folderPicker(): FolderPicker | null {
  const picker: unknown = Reflect.get(window, 'showDirectoryPicker');
  // The types of the platform leave the picker out; its shape is stated above.
  return typeof picker === 'function' ? (picker.bind(window) as FolderPicker) : null;
}
