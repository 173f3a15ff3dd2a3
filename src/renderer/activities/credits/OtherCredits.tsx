import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Activity } from '../../../shared/contract/activities.ts';
import type { ActivityCredit, CreditType } from '../../../shared/contract/credit.ts';
import { formatSecondUnit, formatUnits } from '../../../shared/credit/amounts.ts';
import { counted } from '../../../shared/format.ts';
import { useRead } from '../../api/index.ts';
import { FaultNotice, Loading, Section, StatusBadge } from '../../components/index.ts';
import { SumTable } from '../overview/SumTable.tsx';
import { CreditForm } from './CreditForm.tsx';
import classes from './OtherCredits.module.css';

/** Credits of an activity beside AMA PRA credit. Each is saved by itself, from the sessions as they are on record. */
export function OtherCredits({
  activity,
  unsaved,
}: {
  readonly activity: Activity;
  /** Whether sessions or the maximum are edited and not saved yet. */
  readonly unsaved: boolean;
}) {
  const credits = useRead('credit.ofActivity', { activityId: activity.id });
  const types = useRead('credit.types', {});
  const [openId, setOpenId] = useState<number | null>(null);
  const [closedId, setClosedId] = useState<number | null>(null);
  if (credits.isPending || types.isPending) return <Loading />;
  if (!credits.data) return <FaultNotice fault={credits.error} onRetry={() => void credits.refetch()} />;
  if (!types.data) return <FaultNotice fault={types.error} onRetry={() => void types.refetch()} />;
  function close(): void {
    setClosedId(openId);
    setOpenId(null);
  }
  const has = new Set(credits.data.map(({ type }) => type.id));
  const offered = types.data.filter((type) => !type.ama && !has.has(type.id) && inForce(type, activity));
  const added = openId !== null && !has.has(openId) ? types.data.find(({ id }) => id === openId) : undefined;
  return (
    <Section
      title="Other credit"
      description="What other professions and boards get for the same sessions, beside AMA PRA credit."
      actions={<AddCredit types={offered} onChoose={setOpenId} />}
    >
      {unsaved ? (
        <p className={classes.note}>
          You have changes above that are not saved yet. These figures rest on what is saved.
        </p>
      ) : null}
      {credits.data.length === 0 && !added ? (
        <p className={classes.note}>
          None yet. Add the credit that your office may give for this activity, such as nursing contact hours
          or MOC points.
        </p>
      ) : null}
      <ul className={classes.list} aria-label="Other credit">
        {credits.data.map((credit) => (
          <li key={credit.type.id} className={classes.item}>
            {credit.type.id === openId ? (
              <CreditForm activity={activity} type={credit.type} credit={credit} onClose={close} />
            ) : (
              <Offered
                credit={credit}
                focused={credit.type.id === closedId}
                onChange={() => setOpenId(credit.type.id)}
              />
            )}
          </li>
        ))}
        {added ? (
          <li className={classes.item}>
            <CreditForm key={added.id} activity={activity} type={added} credit={null} onClose={close} />
          </li>
        ) : null}
      </ul>
    </Section>
  );
}

function AddCredit({
  types,
  onChoose,
}: {
  readonly types: readonly CreditType[];
  readonly onChoose: (typeId: number) => void;
}) {
  return (
    <Menu
      position="bottom-end"
      width="target"
      styles={{ dropdown: { minWidth: 320, maxHeight: 420, overflowY: 'auto' } }}
    >
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
          Add a credit
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {types.map((type) => (
          <Menu.Item key={type.id} onClick={() => onChoose(type.id)}>
            {type.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} href="/office/credit-types">
          All credit types…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Offered({
  credit,
  focused,
  onChange,
}: {
  readonly credit: ActivityCredit;
  /** Whether its form was just closed: the focus comes back to the button that opened it. */
  readonly focused: boolean;
  readonly onChange: () => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused) button.current?.focus({ preventScroll: true });
  }, [focused]);
  const { type, maximumHundredths, mostHundredths } = credit;
  const second = formatSecondUnit(maximumHundredths, type);
  const excluded = credit.excludedSessionIds.length;
  return (
    <>
      <div className={classes.head}>
        <h3 className={classes.name}>{type.name}</h3>
        <span className={classes.amount}>
          at most {formatUnits(maximumHundredths, type)}
          {second === null ? '' : ` (${second})`}
        </span>
        <Button
          ref={button}
          size="compact-sm"
          variant="default"
          onClick={onChange}
          aria-label={`Change ${type.name}`}
        >
          Change
        </Button>
      </div>
      <p className={classes.line}>
        {[
          credit.identifier === '' ? null : `${type.identifierLabel}: ${credit.identifier}`,
          excluded === 0 ? null : `${counted(excluded, 'session does', 'sessions do')} not count`,
          credit.claims === 0 ? null : `${counted(credit.claims, 'claim', 'claims')} recorded`,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {[credit.maximumProblem, credit.identifierProblem, credit.datesProblem].map((problem) =>
        problem === null ? null : (
          <p key={problem} className={classes.line}>
            <StatusBadge tone="warning">{problem}</StatusBadge>
          </p>
        ),
      )}
      <details className={classes.sum}>
        <summary>The sessions give {formatUnits(mostHundredths, type)}</summary>
        <SumTable label={`How ${type.name} is computed`} lines={credit.sum} />
      </details>
    </>
  );
}

function inForce(type: CreditType, activity: Activity): boolean {
  return (
    !type.retired &&
    type.validFrom <= activity.startsOn &&
    (type.validTo === null || activity.endsOn <= type.validTo)
  );
}
