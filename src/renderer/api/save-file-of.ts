import type { Input, MethodName, Output } from '../../shared/contract/index.ts';
import type { FileOutput } from '../../shared/contract/primitives.ts';
import { callOrShow } from './commands.tsx';
import { saveFile } from './files.ts';

/** The methods of the contract that answer with a file. */
export type FileMethod = {
  [M in MethodName]: Output<M> extends FileOutput ? M : never;
}[MethodName];

/**
 * Has the engine make a file and hands it to the coordinator. Answers the file, or null after a fault, which has been
 * shown already.
 */
export async function saveFileOf<M extends FileMethod>(
  method: M,
  input: Input<M>,
): Promise<FileOutput | null> {
  const file: FileOutput | null = await callOrShow(method, input);
  if (file) saveFile(file);
  return file;
}
