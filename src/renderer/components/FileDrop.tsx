import { IconUpload } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import classes from './FileDrop.module.css';

/** Takes one file, dropped or chosen. */
export function FileDrop({
  accept,
  label,
  hint,
  onFile,
}: {
  /** File name endings, such as `.csv,.xlsx`. */
  readonly accept: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly onFile: (file: File) => void;
}) {
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <label
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
    >
      <IconUpload size={24} aria-hidden />
      <span className={classes.label}>{label}</span>
      {hint ? (
        <span className={classes.hint} id={id}>
          {hint}
        </span>
      ) : null}
      <input
        type="file"
        accept={accept}
        aria-label={label}
        aria-describedby={hint ? id : undefined}
        className={classes.input}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // Emptied so that choosing the same file again, after mending it, is noticed.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
