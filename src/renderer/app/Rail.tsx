import { ActionIcon, SegmentedControl, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconDeviceDesktop, IconKeyboard, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import type { SystemState } from '../../shared/contract/system.ts';
import { useRead } from '../api/index.ts';
import { HOME, isIn, type Place, SUPPORT, WORK } from './places.ts';
import classes from './Rail.module.css';

/** The places of the window: Home, the main job in its order, and what it draws on. */
export function Rail({ state, onHelp }: { readonly state: SystemState; readonly onHelp: () => void }) {
  const office = useRead('office.get', {});
  return (
    <nav className={classes.rail} aria-label="Places">
      <div className={classes.head}>
        <div className={classes.name}>Rounds</div>
        <div className={classes.office}>{office.data?.providerName ?? ''}</div>
        {state.sample ? <div className={classes.sample}>Sample office</div> : null}
      </div>
      <button type="button" className={classes.search} onClick={spotlight.open}>
        <IconSearch size={16} aria-hidden />
        <span>Find or do</span>
        <kbd className={classes.key}>Ctrl K</kbd>
      </button>
      <div className={classes.places}>
        <ul>
          <PlaceLink place={HOME} />
        </ul>
        <ol className={classes.work} aria-label="The work, in its order">
          {WORK.map((place) => (
            <PlaceLink key={place.path} place={place} />
          ))}
        </ol>
        <ul>
          {SUPPORT.map((place) => (
            <PlaceLink key={place.path} place={place} />
          ))}
        </ul>
      </div>
      <div className={classes.foot}>
        <ColorScheme />
        <ActionIcon aria-label="Keyboard shortcuts" color="gray" onClick={onHelp}>
          <IconKeyboard size={18} aria-hidden />
        </ActionIcon>
      </div>
    </nav>
  );
}

function PlaceLink({ place }: { readonly place: Place }) {
  const [path] = useLocation();
  const Icon = place.icon;
  const here = isIn(place, path);
  return (
    <li>
      <Link
        href={place.path}
        className={classes.place ?? ''}
        data-here={here || undefined}
        aria-current={here ? 'page' : undefined}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
        <span>{place.label}</span>
      </Link>
    </li>
  );
}

const SCHEMES = [
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
  { value: 'auto', label: 'As the system', icon: IconDeviceDesktop },
] as const;

function ColorScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      aria-label="Colours"
      value={colorScheme}
      onChange={(value) => {
        const chosen = SCHEMES.find((scheme) => scheme.value === value);
        if (chosen) setColorScheme(chosen.value);
      }}
      data={SCHEMES.map(({ value, label, icon: Icon }) => ({
        value,
        label: (
          <span title={label} className={classes.scheme}>
            <Icon size={16} aria-hidden />
            <VisuallyHidden>{label}</VisuallyHidden>
          </span>
        ),
      }))}
    />
  );
}
