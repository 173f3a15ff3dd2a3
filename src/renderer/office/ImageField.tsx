import { Button } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { readFile, useCommand, useRead } from '../api/index.ts';
import { FileDrop } from '../components/index.ts';
import classes from './ImageField.module.css';

const MAXIMUM_BYTES = 4 * 1024 * 1024;

/** Keeps one picture, a logo or a signature: dropped or chosen, shown, replaced or taken away. */
export function ImageField({
  label,
  hint,
  assetId,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly assetId: number | null;
  readonly onChange: (assetId: number | null) => void;
}) {
  const add = useCommand('assets.add');
  const [tooLarge, setTooLarge] = useState(false);

  async function take(file: File): Promise<void> {
    setTooLarge(file.size > MAXIMUM_BYTES);
    if (file.size > MAXIMUM_BYTES) return;
    const kept = await add.run(await readFile(file));
    if (kept) onChange(kept.assetId);
  }

  const problem = tooLarge ? 'This picture is larger than 4 MB. Choose a smaller one.' : add.fault?.message;
  return (
    <div className={classes.field}>
      <div className={classes.label}>{label}</div>
      {assetId === null ? (
        <FileDrop
          accept=".png,.jpg,.jpeg"
          label={`${label}: choose a picture or drop it here`}
          hint={hint}
          onFile={take}
        />
      ) : (
        <div className={classes.kept}>
          <div className={classes.paper}>
            <AssetImage assetId={assetId} alt={label} />
          </div>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`Remove: ${label}`}
            onClick={() => onChange(null)}
          >
            Remove
          </Button>
        </div>
      )}
      {problem ? (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}

/** A kept picture. */
export function AssetImage({ assetId, alt }: { readonly assetId: number; readonly alt: string }) {
  const asset = useRead('assets.get', { assetId });
  if (!asset.data) return <IconPhoto size={32} stroke={1} aria-hidden />;
  return (
    <img
      className={classes.image}
      src={`data:${asset.data.mediaType};base64,${asset.data.base64}`}
      alt={alt}
    />
  );
}
