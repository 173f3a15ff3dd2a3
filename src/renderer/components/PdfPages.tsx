import { useElementSize, useIntersection } from '@mantine/hooks';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { Document, Page, pdfjs } from 'react-pdf';
import 'react-pdf/dist/Page/TextLayer.css';
import type { FileOutput } from '../../shared/contract/primitives.ts';
import { bytesOf } from '../api/files.ts';
import { FaultNotice } from './FaultNotice.tsx';
import { Loading } from './Loading.tsx';
import classes from './PdfPages.module.css';
import { ScrollRegion } from './ScrollRegion.tsx';

pdfjs.GlobalWorkerOptions.workerSrc = workerAddress;

/** Nothing may be compiled at run time under our content security policy; the plain paths draw the same. */
const OPTIONS = { useWasm: false } as const;

/** The pages of {@link PdfPreview}; apart from it so that the reader is loaded only where a PDF is shown. */
export function PdfPages({ file, height }: { readonly file: FileOutput; readonly height: number | string }) {
  const frame = useRef<HTMLDivElement>(null);
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [pages, setPages] = useState(0);
  const source = useMemo(() => ({ data: bytesOf(file.base64) }), [file]);
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  return (
    <ScrollRegion
      ref={frame}
      className={classes.frame}
      style={{ maxHeight: height }}
      label={`Preview of ${file.fileName}`}
    >
      <div ref={ref}>
        <Document
          file={source}
          options={OPTIONS}
          // Its suspending would throw this component's first state away, and the file with it, over and over.
          suspense={false}
          loading={<Loading />}
          error={
            <FaultNotice fault={{ message: 'This page cannot be shown here. Save the file to open it.' }} />
          }
          onLoadSuccess={(document) => setPages(document.numPages)}
        >
          {width > 0
            ? numbers.map((number) => (
                <PageWhenSeen key={number} number={number} width={width} frame={frame} />
              ))
            : null}
        </Document>
      </div>
    </ScrollRegion>
  );
}

/** Height of a page by its width until it is drawn; a portrait sheet. */
const SHEET_RATIO = 1.3;

/** A page that is drawn when it comes near the view, and then stays: a long syllabus opens as quickly as a short one. */
function PageWhenSeen({
  number,
  width,
  frame,
}: {
  readonly number: number;
  readonly width: number;
  readonly frame: RefObject<HTMLDivElement | null>;
}) {
  const { ref, entry } = useIntersection({ root: frame.current, rootMargin: '400px' });
  const [seen, setSeen] = useState(number === 1);
  useEffect(() => {
    if (entry?.isIntersecting) setSeen(true);
  }, [entry]);
  if (!seen) return <div ref={ref} className={classes.page} style={{ width, height: width * SHEET_RATIO }} />;
  return (
    <Page
      pageNumber={number}
      width={width}
      renderAnnotationLayer={false}
      loading={<Loading />}
      className={classes.page ?? ''}
    />
  );
}
