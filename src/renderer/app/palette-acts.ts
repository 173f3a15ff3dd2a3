import type { MantineColorScheme } from '@mantine/core';
import {
  IconArrowBackUp,
  IconBlockquote,
  IconCalendarCheck,
  IconDatabaseExport,
  IconDeviceDesktop,
  IconFileImport,
  IconHistory,
  IconKeyboard,
  IconListCheck,
  IconMoon,
  IconPlus,
  IconSchool,
  IconSend,
  IconShieldCheck,
  IconSun,
  IconTargetArrow,
  IconUserPlus,
} from '@tabler/icons-react';
import { navigate } from './hash-location.ts';
import { PLACES } from './places.ts';
import { undoLast } from './shortcuts.ts';

/** Something that can be done by name. */
export type Act = {
  readonly label: string;
  /** Other words that people look for it with. */
  readonly words: string;
  readonly icon: typeof IconPlus;
  readonly run: () => void;
};

/** What else the places are looked for with. */
const PLACE_WORDS: Readonly<Record<string, string>> = {
  '/': 'start today attention',
  '/curricula': 'courses programs syllabus',
  '/activities': 'sessions attendance credit claim issue',
  '/people': 'learners clinicians persons',
  '/certificates': 'list print save pdf issued revoke reissue',
  '/modules': 'catalogue competencies',
  '/office': 'settings provider logo signature accreditation time zone',
};

/** Everything that the palette can do, in the order it shows them. */
export function paletteActs(
  onHelp: () => void,
  setColorScheme: (scheme: MantineColorScheme) => void,
): readonly Act[] {
  return [
    ...PLACES.map((place) => ({
      label: `Go to ${place.label}`,
      words: PLACE_WORDS[place.path] ?? '',
      icon: place.icon,
      run: go(place.path),
    })),
    act('New curriculum', 'add create template course program', IconPlus, '/curricula/new'),
    act('New activity', 'add create open event course', IconPlus, '/activities/new'),
    act('New module', 'add create write own', IconPlus, '/modules/new'),
    act(
      'Review modules',
      'reviews worklist due overdue mark reviewed library',
      IconCalendarCheck,
      '/modules/reviews',
    ),
    act(
      'Import modules and curricula',
      'json csv excel file upload exchange',
      IconFileImport,
      '/modules/import',
    ),
    act('Add a person', 'new create learner clinician enrol', IconUserPlus, '/people/new'),
    act('Import a roster', 'people csv xlsx excel file upload', IconFileImport, '/people/import'),
    act('Show the imports', 'list past roster attendance files', IconListCheck, '/people/imports'),
    act(
      'Show the credit ledger',
      'who has how much year type moc points hours',
      IconSchool,
      '/people/credit',
    ),
    act('Who is short of credit', 'target need renewal ledger', IconTargetArrow, '/people/credit/targets'),
    act(
      'Show the credit types',
      'moc nursing pharmacy acpe aapa ipce rules units',
      IconListCheck,
      '/office/credit-types',
    ),
    act('Issue certificates', 'make choose activity', IconSend, '/activities'),
    act('Take a backup', 'back up copy save safe now', IconDatabaseExport, '/office/backups'),
    act('Restore a backup', 'backups list copy older', IconDatabaseExport, '/office/backups'),
    act('Show the history', 'audit changes log who when', IconHistory, '/office/history'),
    act('Check the record', 'verify audit integrity intact', IconShieldCheck, '/office/history'),
    act('Read the statements', 'accreditation designation wording sentences', IconBlockquote, '/office'),
    {
      label: 'Undo the last change',
      words: 'take back revert',
      icon: IconArrowBackUp,
      run: () => void undoLast(),
    },
    {
      label: 'Light colors',
      words: 'colours theme bright scheme',
      icon: IconSun,
      run: () => setColorScheme('light'),
    },
    {
      label: 'Dark colors',
      words: 'colours theme night scheme',
      icon: IconMoon,
      run: () => setColorScheme('dark'),
    },
    {
      label: 'Colors as the system has them',
      words: 'colours theme auto scheme',
      icon: IconDeviceDesktop,
      run: () => setColorScheme('auto'),
    },
    { label: 'Show the keyboard shortcuts', words: 'help keys', icon: IconKeyboard, run: onHelp },
  ];
}

/** The acts of which a name or another word begins with each word that was typed. */
export function matchingActs(acts: readonly Act[], typed: string): readonly Act[] {
  const wanted = wordsOf(typed);
  return acts.filter(({ label, words }) => {
    const known = wordsOf(`${label} ${words}`);
    return wanted.every((word) => known.some((other) => other.startsWith(word)));
  });
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

function act(label: string, words: string, icon: Act['icon'], path: string): Act {
  return { label, words, icon, run: go(path) };
}

function go(path: string): () => void {
  return () => navigate(path);
}
