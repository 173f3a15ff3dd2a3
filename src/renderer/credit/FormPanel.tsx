import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { SidePanel } from '../components/index.ts';
import classes from './Credit.module.css';

/** A form at the right of a list, with its buttons below. */
export function FormPanel({
  title,
  submit,
  pending,
  onSubmit,
  onClose,
  children,
}: {
  readonly title: string;
  readonly submit: string;
  readonly pending: boolean;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <SidePanel
      title={title}
      opened
      onClose={onClose}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={id} loading={pending}>
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
        }}
      >
        {children}
      </form>
    </SidePanel>
  );
}
