import { Button } from '@mantine/core';
import { IconMapPinOff } from '@tabler/icons-react';
import { Link } from 'wouter';
import { EmptyState, PageHeader } from '../components/index.ts';

/** For an address that names no place. */
export function Missing() {
  return (
    <>
      <PageHeader title="Nothing here" />
      <EmptyState
        icon={<IconMapPinOff size={40} stroke={1.5} />}
        title="This place is not known"
        action={
          <Button component={Link} href="/">
            Go to Home
          </Button>
        }
      >
        The address may be old. Start from Home, or press Ctrl+K to find what you are looking for.
      </EmptyState>
    </>
  );
}
