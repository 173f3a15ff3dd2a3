import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { printFile, saveFile, useRead } from '../../api/index.ts';
import { FaultNotice, Loading, PdfPreview } from '../../components/index.ts';
import classes from '../Pathways.module.css';

/** The page of a saved pathway as it will print, with the ways to print and keep it. */
export function PrintedPathway({ id }: { readonly id: number }) {
  const file = useRead('pathways.print', { id });
  if (file.isPending) return <Loading />;
  if (!file.data) return <FaultNotice fault={file.error} onRetry={() => void file.refetch()} />;
  return (
    <div className={classes.stack}>
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => printFile(file.data)}
        >
          Print
        </Button>
        <Button leftSection={<IconDownload size={16} aria-hidden />} onClick={() => saveFile(file.data)}>
          Save as PDF
        </Button>
      </div>
      <div className={classes.sheet}>
        <PdfPreview file={file.data} />
      </div>
    </div>
  );
}
