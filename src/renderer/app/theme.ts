import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eef5f2',
  '#dcebe6',
  '#b8d6cc',
  '#8fc7b6',
  '#66a693',
  '#428b76',
  '#2c7360',
  '#235f50',
  '#1d4d44',
  '#143a33',
];

/** Warm greys for the dark scheme, lightest first. The fifth edges fields, 3 to 1 against what is inside, in both schemes. */
const dark: MantineColorsTuple = [
  '#ece7db',
  '#cfc8b9',
  '#b3ab9b',
  '#7f7868',
  '#756e5f',
  '#2d2a24',
  '#211f1b',
  '#181714',
  '#12110f',
  '#0c0b0a',
];

const gray: MantineColorsTuple = [
  '#faf7f0',
  '#f3eee3',
  '#e9e2d4',
  '#e2dbcc',
  '#968d7b',
  '#857c6b',
  '#6b6457',
  '#5b554a',
  '#3b372f',
  '#1e1c18',
];

const close = { 'aria-label': 'Close' } as const;
const modalTitle = {
  fontFamily: 'var(--font-serif)',
  fontSize: 'var(--text-section)',
  fontWeight: 600,
} as const;
/** The hint stands under its field, so that fields beside each other stand on one line. */
const hintBelow = { inputWrapperOrder: ['label', 'input', 'description', 'error'] } as const;
const floats = { duration: 120, transition: 'fade' } as const;

/** The look of every component of the library; the values behind it are in `tokens.css`. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 3 },
  // In the dark scheme filled things are light: what stands on them must turn with the scheme.
  variantColorResolver: (input) => ({
    ...defaultVariantColorsResolver(input),
    ...(input.variant === 'filled' ? { color: 'var(--on-accent)' } : {}),
  }),
  colors: { accent, dark, gray },
  black: '#1e1c18',
  white: '#fffdf9',
  fontFamily: 'var(--font-sans)',
  headings: {
    fontFamily: 'var(--font-serif)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: 'var(--text-title)', lineHeight: '1.2' },
      h2: { fontSize: 'var(--text-section)', lineHeight: '1.3' },
      h3: { fontSize: 'var(--text-large)', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle' } },
    Button: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: { iconColor: 'var(--on-accent)' } },
    Drawer: { defaultProps: { closeButtonProps: close, transitionProps: floats } },
    // An example in an empty field is no wrong value.
    Input: { styles: { wrapper: { '--input-placeholder-color': 'var(--ink-soft)' } } },
    Menu: { defaultProps: { transitionProps: floats, shadow: 'var(--shadow-float)' } },
    Modal: {
      defaultProps: {
        closeButtonProps: close,
        transitionProps: floats,
        centered: true,
        shadow: 'var(--shadow-float)',
      },
      styles: { title: modalTitle },
    },
    Notification: { styles: { description: { color: 'var(--ink)' } } },
    Radio: { defaultProps: { iconColor: 'var(--on-accent)' } },
    Popover: { defaultProps: { transitionProps: floats, shadow: 'var(--shadow-float)' } },
    DateInput: { defaultProps: hintBelow },
    MultiSelect: { defaultProps: hintBelow },
    NumberInput: { defaultProps: hintBelow },
    Select: { defaultProps: hintBelow },
    TagsInput: { defaultProps: hintBelow },
    Textarea: { defaultProps: hintBelow },
    Tabs: { styles: { tab: { paddingInline: 'calc(var(--s1) * 1.5)' } } },
    TextInput: { defaultProps: hintBelow },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: floats, withArrow: true } },
  },
});

/** Points the library's own colours at ours, so that both schemes have one source. */
export const cssVariables: CSSVariablesResolver = () => {
  const variables = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-soft)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-default': 'var(--paper-raised)',
    '--mantine-color-default-hover': 'var(--paper-sunken)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-disabled': 'var(--paper-sunken)',
    '--mantine-color-disabled-color': 'var(--ink-soft)',
    '--mantine-color-accent-filled': 'var(--accent)',
    '--mantine-color-accent-text': 'var(--accent)',
    '--mantine-color-accent-outline': 'var(--accent)',
    '--mantine-color-accent-light': 'var(--accent-soft)',
    '--mantine-color-accent-light-color': 'var(--accent)',
    '--mantine-color-red-filled': 'var(--bad)',
    '--mantine-color-red-text': 'var(--bad)',
    '--mantine-color-red-outline': 'var(--bad)',
    '--mantine-color-red-light': 'var(--bad-soft)',
    '--mantine-color-red-light-color': 'var(--bad)',
  };
  return { variables: {}, light: variables, dark: variables };
};
