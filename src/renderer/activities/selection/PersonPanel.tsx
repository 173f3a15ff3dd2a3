import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { SidePanel } from '../../components/index.ts';

/** One row of an activity's people at the right, with the way to the person. */
export function PersonPanel({
  row,
  onClose,
  children,
}: {
  readonly row: { readonly enrolmentId: number; readonly personId: number; readonly name: string };
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <SidePanel
      key={row.enrolmentId}
      title={row.name}
      opened
      onClose={onClose}
      footer={
        <Button component={Link} href={`/people/${row.personId}`} variant="default">
          Open the person
        </Button>
      }
    >
      {children}
    </SidePanel>
  );
}
