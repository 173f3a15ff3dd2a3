import { Button, FileButton } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { Rehearsal } from '../../shared/contract/people.ts';
import { counted } from '../../shared/format.ts';
import classes from './Imports.module.css';

/** Which file is looked at and how it was read, with the way to another one. */
export function FileBar({
  fileName,
  rehearsal,
  accept,
  disabled,
  onFile,
}: {
  readonly fileName: string;
  readonly rehearsal: Rehearsal | null;
  readonly accept: string;
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}) {
  return (
    <div className={classes.file}>
      <IconFileSpreadsheet size={28} stroke={1.5} aria-hidden className={classes.fileIcon} />
      <div className={classes.fileWords}>
        <div className={classes.strong}>{fileName}</div>
        {rehearsal ? (
          <div className={classes.soft}>
            {[
              rehearsal.layout,
              rehearsal.encoding,
              `headings in row ${rehearsal.headerRow}`,
              counted(rehearsal.total, 'row', 'rows'),
            ].join(' · ')}
          </div>
        ) : null}
      </div>
      <FileButton onChange={(file) => file && onFile(file)} accept={accept} disabled={disabled}>
        {(props) => (
          <Button {...props} variant="default" disabled={disabled}>
            Choose another file
          </Button>
        )}
      </FileButton>
    </div>
  );
}
