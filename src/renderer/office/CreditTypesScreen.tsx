import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { PageHeader } from '../components/index.ts';
import { CreditTypes } from '../credit/index.ts';
import { OfficeTabs } from './OfficeTabs.tsx';

/** The credits that activities may offer, and the rule of each. */
export function CreditTypesScreen() {
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader
        title="Credit types"
        eyebrow="Office"
        description="The credits that activities may offer, how each is computed, and where its rule comes from."
        actions={
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            Add a credit type
          </Button>
        }
      />
      <OfficeTabs />
      <CreditTypes adding={adding} onAdded={() => setAdding(false)} />
    </>
  );
}
