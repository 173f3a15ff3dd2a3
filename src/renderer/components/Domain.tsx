import { Tooltip } from '@mantine/core';
import { DOMAINS, type Domain } from '../../shared/contract/primitives.ts';
import { formatMinutes } from '../../shared/format.ts';
import classes from './Domain.module.css';

const LABELS: Readonly<Record<Domain, string>> = {
  foundations: 'Foundations',
  clinical: 'Clinical applications',
  implementation: 'Implementation',
  governance: 'Governance',
};

/** The domain's name as the coordinator reads it. */
export function domainLabel(domain: Domain): string {
  return LABELS[domain];
}

/** A domain as a coloured mark with its name. */
export function DomainBadge({ domain }: { readonly domain: Domain }) {
  return (
    <span className={classes.badge}>
      <span className={classes.mark} data-domain={domain} aria-hidden />
      {LABELS[domain]}
    </span>
  );
}

/** How minutes are spread over the four domains, always in the same order and colours. */
export function DomainBar({
  minutes,
  height = 8,
}: {
  /** Minutes of foundations, clinical, implementation, governance. */
  readonly minutes: readonly [number, number, number, number];
  /** In pixels. */
  readonly height?: number;
}) {
  const parts = DOMAINS.map((domain, index) => ({ domain, minutes: minutes[index] ?? 0 }));
  const words = parts
    .filter((part) => part.minutes > 0)
    .map((part) => `${LABELS[part.domain]} ${formatMinutes(part.minutes)}`)
    .join(', ');
  return (
    <Tooltip label={words || 'No minutes yet'}>
      <div
        className={classes.bar}
        style={{ height }}
        role="img"
        aria-label={words ? `Minutes by domain: ${words}` : 'No minutes yet'}
      >
        {parts.map((part) =>
          part.minutes > 0 ? (
            <span key={part.domain} data-domain={part.domain} style={{ flexGrow: part.minutes }} />
          ) : null,
        )}
      </div>
    </Tooltip>
  );
}
