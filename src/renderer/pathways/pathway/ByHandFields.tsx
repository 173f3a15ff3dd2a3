import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Module } from '../../../shared/contract/modules.ts';
import type { PathwayRequest } from '../../../shared/contract/pathway-request.ts';
import { formatCount } from '../../../shared/format.ts';
import classes from '../Pathways.module.css';
import { BY_HAND, BY_HAND_LABELS, type ByHandKind, decideByHand, withoutDecision } from './request-edits.ts';
import type { DeskControl } from './use-desk.ts';

const CHOICES = [
  { value: 'include', label: 'Put in' },
  { value: 'exclude', label: 'Leave out' },
  { value: 'waived', label: 'Count as known' },
] as const;
/** The list of a choice of modules shows this many at a time; typing narrows it. */
const SHOWN_AT_ONCE = 50;

/** What the coordinator decided about single modules, each with its reason. */
export function ByHandFields({
  request,
  modules,
  onChange,
}: {
  readonly request: PathwayRequest;
  readonly modules: readonly Module[];
  readonly onChange: DeskControl['change'];
}) {
  const titles = useMemo(() => new Map(modules.map(({ code, title }) => [code, title])), [modules]);
  const decisions = BY_HAND.flatMap((kind) => request[kind].map((one) => ({ kind, ...one })));
  return (
    <details className={classes.fold} open={decisions.length > 0 || undefined}>
      <summary>Decided by hand{decisions.length === 0 ? '' : ` (${formatCount(decisions.length)})`}</summary>
      {decisions.length === 0 ? (
        <p className={classes.soft}>
          Put a module in, leave one out, or count one as known. Each decision keeps its reason.
        </p>
      ) : (
        <ul className={classes.history} aria-label="Decided by hand">
          {decisions.map(({ kind, code, reason }) => (
            <li key={`${kind} ${code}`}>
              <div>
                <strong>{BY_HAND_LABELS[kind]}:</strong> <span className={classes.code}>{code}</span>{' '}
                {titles.get(code) ?? 'not in the library any more'}
                <div className={classes.soft}>Reason: {reason}</div>
              </div>
              <ActionIcon
                color="gray"
                aria-label={`Take back: ${BY_HAND_LABELS[kind].toLowerCase()} ${code}`}
                onClick={() => onChange(`Decision about ${code} taken back`, withoutDecision(request, code))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <AddDecision request={request} modules={modules} onChange={onChange} />
    </details>
  );
}

function AddDecision({
  request,
  modules,
  onChange,
}: {
  readonly request: PathwayRequest;
  readonly modules: readonly Module[];
  readonly onChange: DeskControl['change'];
}) {
  const [kind, setKind] = useState<ByHandKind>('include');
  const [code, setCode] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const choices = useMemo(
    () =>
      modules
        .filter(({ retired }) => !retired)
        .map((module) => ({ value: module.code, label: `${module.code} ${module.title}` })),
    [modules],
  );

  function add(): void {
    setTried(true);
    if (code === null || reason.trim() === '') return;
    onChange(
      `${code} ${BY_HAND_LABELS[kind].toLowerCase()}`,
      decideByHand(request, kind, code, reason.trim()),
    );
    setCode(null);
    setReason('');
    setTried(false);
  }

  return (
    <div className={classes.fields}>
      <Select
        label="Decision"
        data={[...CHOICES]}
        value={kind}
        allowDeselect={false}
        onChange={(value) => {
          const choice = CHOICES.find((candidate) => candidate.value === value);
          if (choice) setKind(choice.value);
        }}
      />
      <Select
        label="Module"
        placeholder="Type a code or title"
        data={choices}
        value={code}
        searchable
        limit={SHOWN_AT_ONCE}
        nothingFoundMessage="No such module"
        onChange={setCode}
        error={tried && code === null ? 'Choose a module.' : null}
      />
      <TextInput
        className={classes.wide ?? ''}
        label="Reason for the decision"
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add();
        }}
        error={tried && reason.trim() === '' ? 'Say in a few words why: it stays on record.' : null}
      />
      <div className={classes.wide}>
        <Button variant="default" size="compact-sm" onClick={add}>
          Add the decision
        </Button>
      </div>
    </div>
  );
}
