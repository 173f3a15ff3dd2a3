import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { OfficeSettings } from '../../shared/contract/office.ts';
import { showFault, useCommand, useRead } from '../api/index.ts';
import { FaultNotice, Loading, PageHeader, Section, StatusBadge } from '../components/index.ts';
import { CertificateHead } from './CertificateHead.tsx';
import { AccreditationFields, CertificateFields, ProviderFields } from './OfficeFields.tsx';
import classes from './OfficeScreen.module.css';
import { OfficeTabs } from './OfficeTabs.tsx';
import { settingsOf, useOfficeForm } from './office-form.ts';
import { SignatoryFields } from './SignatoryFields.tsx';
import { Statements } from './Statements.tsx';

/** What the office has decided once: who it is, who accredits it, who signs, and how certificates print. */
export function OfficeScreen() {
  const office = useRead('office.get', {});
  if (office.data) return <Settings settings={office.data} />;
  return (
    <>
      <PageHeader title="Office" />
      {office.error ? (
        <FaultNotice fault={office.error} onRetry={() => void office.refetch()} />
      ) : (
        <Loading />
      )}
    </>
  );
}

function Settings({ settings }: { readonly settings: OfficeSettings }) {
  const form = useOfficeForm(settings);
  const update = useCommand('office.update');
  const changed = form.isDirty();

  // What is saved, undone or changed elsewhere comes back here; what is being written stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form itself is a new object at every render
  useEffect(() => {
    if (form.isDirty()) return;
    form.setInitialValues(settings);
    form.setValues(settings);
  }, [settings]);

  async function save(): Promise<void> {
    if (form.validate().hasErrors) {
      showFault({
        code: 'request/invalid',
        message: 'A field is not filled in correctly. It is marked in red.',
      });
      return;
    }
    const checked = settingsOf(form);
    if (!checked) {
      showFault({
        code: 'request/invalid',
        message: 'A field holds a character that cannot be printed. Type it again.',
      });
      return;
    }
    const done = await update.run(checked, { done: 'Changed the office settings' });
    if (done) form.resetDirty();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <PageHeader
        title="Office"
        description="Certificates that were issued stay as they are; what you change here holds for the next ones."
        actions={
          <>
            {changed ? <StatusBadge tone="warning">Not saved</StatusBadge> : null}
            <Button variant="default" disabled={!changed} onClick={() => form.reset()}>
              Discard
            </Button>
            <Button type="submit" disabled={!changed} loading={update.pending}>
              Save
            </Button>
          </>
        }
      />
      <OfficeTabs />
      <div className={classes.columns}>
        <div>
          <Section title="Provider">
            <ProviderFields form={form} />
          </Section>
          <Section title="Accreditation">
            <AccreditationFields form={form} />
          </Section>
          <Section title="Signatures">
            <SignatoryFields form={form} />
          </Section>
          <Section title="Certificates and credit">
            <CertificateFields form={form} />
          </Section>
        </div>
        <div className={classes.preview}>
          <CertificateHead settings={form.values} />
        </div>
      </div>
      <div className={classes.statements}>
        <Statements accreditor={form.values.accreditor} />
      </div>
    </form>
  );
}
