import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';

/** Saves everybody who fits, not only the rows that were read so far. */
export function SaveAsCsv({
  disabled,
  onSave,
}: {
  /** Nobody fits. */
  readonly disabled: boolean;
  readonly onSave: () => Promise<unknown>;
}) {
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      disabled={disabled}
      onClick={() => void onSave()}
    >
      Save as CSV
    </Button>
  );
}
