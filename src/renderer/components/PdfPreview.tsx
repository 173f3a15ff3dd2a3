import { lazy, Suspense } from 'react';
import type { FileOutput } from '../../shared/contract/primitives.ts';
import { Loading } from './Loading.tsx';

const PdfPages = lazy(() => import('./PdfPages.tsx').then((module) => ({ default: module.PdfPages })));

/** Shows a PDF as it will print, page under page, as wide as there is room. `height` in pixels or a CSS length. */
export function PdfPreview({
  file,
  height,
}: {
  readonly file: FileOutput;
  readonly height?: number | string;
}) {
  return (
    <Suspense fallback={<Loading />}>
      <PdfPages file={file} height={height ?? 'auto'} />
    </Suspense>
  );
}
