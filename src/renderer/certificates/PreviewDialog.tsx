import { Button, Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { IssuePlan } from '../../shared/contract/certificates.ts';
import { formatCount } from '../../shared/format.ts';
import { useRead } from '../api/index.ts';
import { FaultNotice, Loading, PdfPreview } from '../components/index.ts';
import classes from './Certificates.module.css';
import { printedName } from './issue-words.ts';
import { creditsInWords, DOCUMENTS } from './words.ts';

type Ready = IssuePlan['ready'][number];

/** One person's page as it would be issued, and the way to the next person's. */
export function PreviewDialog({
  people,
  enrolmentId,
  onShow,
}: {
  readonly people: readonly Ready[];
  readonly enrolmentId: number | null;
  readonly onShow: (enrolmentId: number | null) => void;
}) {
  const index = people.findIndex((person) => person.enrolmentId === enrolmentId);
  const person = people[index];
  const before = people[index - 1];
  const after = index < 0 ? undefined : people[index + 1];
  return (
    <Modal
      opened={person !== undefined}
      onClose={() => onShow(null)}
      title={person ? `How the page of ${printedName(person)} will look` : ''}
      classNames={{ content: classes.wide ?? '' }}
    >
      {person ? (
        <>
          <p className={classes.previewFacts}>
            {DOCUMENTS[person.kind]}
            {person.kind === 'cme' ? ` · ${creditsInWords(person.creditQuarters)} claimed` : ''} · Nothing is
            issued yet: the number comes with issuing.
          </p>
          <Page enrolmentId={person.enrolmentId} />
          <div className={classes.previewSteps}>
            <Button
              variant="default"
              leftSection={<IconChevronLeft size={16} aria-hidden />}
              disabled={!before}
              onClick={() => before && onShow(before.enrolmentId)}
            >
              Previous
            </Button>
            <span className={classes.soft} role="status">
              {formatCount(index + 1)} of {formatCount(people.length)}
            </span>
            <Button
              variant="default"
              rightSection={<IconChevronRight size={16} aria-hidden />}
              disabled={!after}
              onClick={() => after && onShow(after.enrolmentId)}
            >
              Next
            </Button>
          </div>
        </>
      ) : null}
    </Modal>
  );
}

function Page({ enrolmentId }: { readonly enrolmentId: number }) {
  const page = useRead('certificates.preview', { enrolmentId }, { keepPrevious: true });
  if (page.isPending)
    return (
      <div className={classes.sheetSpace}>
        <Loading />
      </div>
    );
  if (!page.data) return <FaultNotice fault={page.error} onRetry={() => void page.refetch()} />;
  return (
    <div className={classes.sheetSpace} aria-busy={page.isPlaceholderData}>
      <PdfPreview file={page.data} />
    </div>
  );
}
