import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import {
  IconBooks,
  IconCalendarEvent,
  IconCertificate,
  IconPuzzle,
  IconSearch,
  IconUser,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../shared/contract/index.ts';
import { useRead } from '../api/index.ts';
import { navigate } from './hash-location.ts';
import classes from './Palette.module.css';
import { matchingActs, paletteActs } from './palette-acts.ts';

type Found = Output<'search.everything'>[number];

const SEARCH_DELAY_MS = 120;

const KINDS = {
  curriculum: { icon: IconBooks, path: '/curricula', noun: 'Curriculum' },
  activity: { icon: IconCalendarEvent, path: '/activities', noun: 'Activity' },
  person: { icon: IconUser, path: '/people', noun: 'Person' },
  certificate: { icon: IconCertificate, path: '/certificates', noun: 'Certificate' },
  module: { icon: IconPuzzle, path: '/modules', noun: 'Module' },
} as const;

/** Finds anything by name and does anything by name. Opens with Ctrl+K or ⌘K. */
export function Palette({ onHelp }: { readonly onHelp: () => void }) {
  const { setColorScheme } = useMantineColorScheme();
  const [query, setQuery] = useState('');
  const [text] = useDebouncedValue(query.trim(), SEARCH_DELAY_MS);
  const found = useRead('search.everything', { text: text.slice(0, 100) }, { enabled: text.length > 0 });
  const hits = text.length > 0 && query.trim().length > 0 ? (found.data ?? []) : [];

  const shownActs = matchingActs(paletteActs(onHelp, setColorScheme), query);

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      tagsToIgnore={[]}
      scrollable
      maxHeight={420}
      centered={false}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      classNames={{ action: classes.action ?? '' }}
      attributes={{ content: { 'aria-label': 'Find or do' } }}
      transitionProps={{ duration: 80 }}
    >
      <Spotlight.Search
        placeholder="A name, a certificate number, or what you want to do"
        aria-label="Find or do"
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList aria-label="What was found">
        {hits.length > 0 ? (
          <Spotlight.ActionsGroup label="Found">
            {hits.map((hit) => (
              <FoundAction key={`${hit.kind} ${hit.id}`} hit={hit} />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {shownActs.length > 0 ? (
          <Spotlight.ActionsGroup label="Do">
            {shownActs.map(({ label, icon: Icon, run }) => (
              <Spotlight.Action
                key={label}
                label={label}
                onClick={run}
                leftSection={<Icon size={18} aria-hidden />}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {hits.length === 0 && shownActs.length === 0 ? (
          <Spotlight.Empty>
            {found.isFetching ? 'Looking…' : 'Nothing is called that. Try a part of the name.'}
          </Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function FoundAction({ hit }: { readonly hit: Found }) {
  const { icon: Icon, path, noun } = KINDS[hit.kind];
  return (
    <Spotlight.Action
      label={hit.title}
      description={hit.detail ? `${noun} · ${hit.detail}` : noun}
      leftSection={<Icon size={18} aria-hidden />}
      onClick={() => navigate(`${path}/${hit.id}`)}
    />
  );
}
