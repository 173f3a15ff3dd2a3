import type { FileOutput } from '../../shared/contract/primitives.ts';

const CHUNK = 32_768;

/** Bytes of a base64 text. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** A file from the engine as a blob. */
export function blobOf(file: FileOutput): Blob {
  return new Blob([bytesOf(file.base64)], { type: file.mediaType });
}

/** Hands a file to the coordinator: the host or browser asks where, or puts it with the downloads. */
export function saveFile(file: FileOutput): void {
  const address = URL.createObjectURL(blobOf(file));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The download reads the blob after this turn; a minute is ample for the largest file the engine makes.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Opens the print dialog for a PDF, without leaving the screen. */
export function printFile(file: FileOutput): void {
  document.getElementById('print-frame')?.remove();
  const address = URL.createObjectURL(blobOf(file));
  const frame = document.createElement('iframe');
  frame.id = 'print-frame';
  frame.title = file.fileName;
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  // A frame that is not displayed cannot print; one outside the view can.
  frame.style.cssText = 'position:fixed;right:100%;bottom:100%;width:1px;height:1px;border:0';
  frame.onload = () => {
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
  };
  frame.src = address;
  document.body.append(frame);
  // The dialog may stay open for long; the blob goes when the next file is printed or the window closes.
  printed?.();
  printed = () => URL.revokeObjectURL(address);
}

let printed: (() => void) | null = null;

/** Reads a chosen file for sending to the engine. @throws DOMException when the file cannot be read */
export async function readFile(file: File): Promise<{ readonly fileName: string; readonly base64: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  // In pieces: one call with every byte as an argument overflows the stack.
  for (let start = 0; start < bytes.length; start += CHUNK)
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  return { fileName: file.name, base64: btoa(text) };
}
