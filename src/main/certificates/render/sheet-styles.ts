import type { TextStyle } from './paragraph.ts';

/** Text styles of printed sheets: serif to read, sans for labels and figures in tables. Sizes are points. */
const DESIGNED = {
  title: { voice: 'serif-semibold', size: 25, leading: 30 },
  /** The title of a sheet that has to hold a lot. */
  smallTitle: { voice: 'serif-semibold', size: 20, leading: 24 },
  heading: { voice: 'serif-semibold', size: 15, leading: 20 },
  smallHeading: { voice: 'serif-semibold', size: 11.5, leading: 15 },
  section: { voice: 'serif-semibold', size: 12.5, leading: 17 },
  module: { voice: 'serif-semibold', size: 11.5, leading: 15 },
  body: {
    voice: 'serif',
    italicVoice: 'serif-italic',
    boldVoice: 'serif-semibold',
    size: 10.2,
    leading: 14.4,
  },
  strong: { voice: 'serif-semibold', size: 10.2, leading: 14.4 },
  italic: { voice: 'serif-italic', size: 10.2, leading: 14.4 },
  lead: { voice: 'serif', italicVoice: 'serif-italic', size: 11.5, leading: 16.6 },
  small: {
    voice: 'serif',
    italicVoice: 'serif-italic',
    boldVoice: 'serif-semibold',
    size: 8.8,
    leading: 12,
  },
  label: { voice: 'sans', size: 8, leading: 11.4 },
  labelStrong: { voice: 'sans-semibold', size: 8, leading: 11.4 },
  figure: { voice: 'sans', size: 8.6, leading: 12 },
  figureStrong: { voice: 'sans-semibold', size: 8.6, leading: 12 },
} as const satisfies Readonly<Record<string, TextStyle>>;

/** The styles by name. */
export type SheetStyles = Readonly<Record<keyof typeof DESIGNED, TextStyle>>;

/** All styles at a share of their designed size. */
export function sheetStyles(scale = 1): SheetStyles {
  const at = (style: TextStyle): TextStyle => ({
    ...style,
    size: style.size * scale,
    leading: style.leading * scale,
  });
  return {
    title: at(DESIGNED.title),
    smallTitle: at(DESIGNED.smallTitle),
    heading: at(DESIGNED.heading),
    smallHeading: at(DESIGNED.smallHeading),
    section: at(DESIGNED.section),
    module: at(DESIGNED.module),
    body: at(DESIGNED.body),
    strong: at(DESIGNED.strong),
    italic: at(DESIGNED.italic),
    lead: at(DESIGNED.lead),
    small: at(DESIGNED.small),
    label: at(DESIGNED.label),
    labelStrong: at(DESIGNED.labelStrong),
    figure: at(DESIGNED.figure),
    figureStrong: at(DESIGNED.figureStrong),
  };
}
