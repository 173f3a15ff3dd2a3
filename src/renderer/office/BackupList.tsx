import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Backup } from '../../shared/contract/system.ts';
import { formatInstant } from '../../shared/format.ts';
import { showDone, useJob, useRead } from '../api/index.ts';
import {
  type Column,
  DataTable,
  FaultNotice,
  JobProgress,
  Loading,
  Moment,
  Nothing,
  useOfficeZone,
} from '../components/index.ts';
import { Consequence } from './Consequence.tsx';
import { unsavedPoints } from './unsaved-points.ts';

const OCCASIONS: Readonly<Record<Backup['occasion'], string>> = {
  start: 'At start, after changes',
  migration: 'Before an upgrade',
  restore: 'Before a restore',
  manual: 'By hand',
};

/** Every backup with the way back to it. `damaged` when the present file cannot be opened. */
export function BackupList({ damaged = false }: { readonly damaged?: boolean }) {
  const backups = useRead('backups.list', {});
  const zone = useOfficeZone();
  const restore = useJob();
  const [chosen, setChosen] = useState<Backup | null>(null);

  useEffect(() => {
    if (restore.job?.status === 'done') showDone('The backup is restored.', null);
  }, [restore.job?.status]);

  const columns: readonly Column<Backup>[] = [
    { id: 'taken', header: 'Taken', cell: ({ takenAt }) => <Moment at={takenAt} />, width: 190 },
    { id: 'occasion', header: 'Why', cell: ({ occasion }) => OCCASIONS[occasion] },
    { id: 'size', header: 'Size', cell: ({ sizeBytes }) => formatSize(sizeBytes), align: 'right', width: 90 },
    {
      id: 'restore',
      header: 'Restore',
      width: 110,
      align: 'right',
      cell: (backup) => (
        <Button
          variant="default"
          size="compact-sm"
          disabled={restore.running}
          aria-label={`Restore the backup of ${formatInstant(backup.takenAt, zone)}`}
          onClick={() => setChosen(backup)}
        >
          Restore
        </Button>
      ),
    },
  ];

  if (backups.isPending) return <Loading />;
  if (backups.error) return <FaultNotice fault={backups.error} onRetry={() => void backups.refetch()} />;
  return (
    <>
      <JobProgress job={restore.job} />
      <DataTable
        label="Backups"
        rows={backups.data}
        columns={columns}
        rowKey={({ name }) => name}
        height={420}
        empty={<Nothing>There is no backup yet.</Nothing>}
      />
      <Consequence
        opened={chosen !== null}
        title={chosen ? `Restore the backup of ${formatInstant(chosen.takenAt, zone)}?` : ''}
        points={[
          'The office becomes exactly what it was at that moment, certificates and history included.',
          damaged
            ? 'The present file, which cannot be opened, is set aside under another name and kept.'
            : 'A backup of the office as it is now is taken first. You can come back to it from this list.',
          'Certificate numbers go on after the last one given, so that none is used twice.',
          'The backup itself stays as it is.',
          ...unsavedPoints(),
        ]}
        action="Restore this backup"
        onClose={() => setChosen(null)}
        onConfirm={() => {
          if (chosen) void restore.start('backups.restore', { name: chosen.name });
        }}
      />
    </>
  );
}

function formatSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
