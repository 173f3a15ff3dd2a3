import { Button, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { showFault, useCommand } from '../api/index.ts';
import { CertificateHead } from './CertificateHead.tsx';
import { AccreditationFields, ProviderFields } from './OfficeFields.tsx';
import { type OfficeForm, settingsOf } from './office-form.ts';
import classes from './SetUpOffice.module.css';
import { SignatoryFields } from './SignatoryFields.tsx';

/** Where the set-up is: its steps have addresses, so that Back and Forward of the window move between them. */
export const SET_UP = '/set-up';
const SIGNATURES = `${SET_UP}/signatures`;

/** What the first step asks for. */
const FIRST_STEP = ['providerName', 'address', 'stateSociety'] as const;

/** Two steps to an office, with the head of its certificates beside them as it is being written. */
export function SetUpOffice({ form }: { readonly form: OfficeForm }) {
  const [path, navigate] = useLocation();
  const step = path === SIGNATURES ? 2 : 1;
  const setUp = useCommand('office.setUp');
  const heading = useRef<HTMLHeadingElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is a new screen for whoever listens to it
  useEffect(() => heading.current?.focus(), [step]);

  function toSecondStep(): void {
    const first = FIRST_STEP.find((field) => form.validateField(field).hasError);
    if (first) form.getInputNode(first)?.focus();
    else navigate(SIGNATURES);
  }

  async function finish(): Promise<void> {
    const { hasErrors, errors } = form.validate();
    // The second step may be opened by its address, before the first is filled in.
    if (FIRST_STEP.some((field) => errors[field])) navigate(SET_UP);
    if (hasErrors) return;
    const settings = settingsOf(form);
    if (settings) {
      if (await setUp.run(settings)) navigate('/', { replace: true });
    } else
      showFault({
        code: 'request/invalid',
        message: 'A field holds a character that cannot be printed. Type it again.',
      });
  }

  return (
    <main className={classes.screen}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (step === 1) toSecondStep();
          else void finish();
        }}
      >
        <div className={classes.step}>Step {step} of 2</div>
        <Title order={1} ref={heading} tabIndex={-1}>
          {step === 1 ? 'Your office' : 'Who signs'}
        </Title>
        <p className={classes.lead}>
          {step === 1
            ? 'What stands at the head of every certificate, and who accredits you.'
            : 'Up to four people sign your certificates. A picture of the signature is optional.'}
        </p>
        {step === 1 ? (
          <div className={classes.fields}>
            <ProviderFields form={form} />
            <AccreditationFields form={form} />
          </div>
        ) : (
          <SignatoryFields form={form} />
        )}
        <div className={classes.actions}>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={() => navigate(step === 1 ? '/' : SET_UP)}
          >
            Back
          </Button>
          <Button type="submit" size="md" loading={setUp.pending}>
            {step === 1 ? 'Continue' : 'Open my office'}
          </Button>
        </div>
      </form>
      <aside className={classes.preview} aria-label="Preview of the certificate">
        <CertificateHead settings={form.values} />
      </aside>
    </main>
  );
}
