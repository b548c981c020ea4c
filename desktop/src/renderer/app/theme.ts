import {
  Button,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#e7f2ff',
  '#cfe4ff',
  '#9dc8ff',
  '#69aaff',
  '#3e92ff',
  '#1f83ff',
  '#007aff',
  '#0067db',
  '#0058bd',
  '#004a9f',
];

const smallest = { fontSize: '12px', lineHeight: '16px' } as const;

/** How what lies over the page is headed. */
const overTitle = {
  fontSize: '16px',
  fontWeight: 600,
  letterSpacing: '-0.02em',
  lineHeight: '22px',
} as const;

/** Mantine on our scale: 12/14/16/18/24 texts, 4/8/16/24/32 gaps, 6/8/12/16 corners. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  primaryColor: 'accent',
  primaryShade: 7,
  colors: { accent },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '24px' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  cursorType: 'default',
  focusRing: 'auto',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '24px', lineHeight: '32px' },
      h2: { fontSize: '18px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  components: {
    Tooltip: {
      defaultProps: { openDelay: 400, fz: 12 },
      styles: {
        tooltip: {
          background: 'var(--surface-2)',
          color: 'var(--text)',
          boxShadow: 'var(--shadow)',
        },
      },
    },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'lg',
        overlayProps: { backgroundOpacity: 0.4, blur: 2 },
        // What was closed lies over the page no more: the next key is the page's.
        transitionProps: { duration: 80, exitDuration: 0 },
      },
      styles: {
        content: { background: 'var(--panel)', boxShadow: 'var(--shadow)' },
        header: { background: 'var(--panel)' },
        title: overTitle,
      },
    },
    Drawer: {
      defaultProps: {
        overlayProps: { backgroundOpacity: 0.4 },
        transitionProps: { exitDuration: 0 },
      },
      styles: {
        content: { background: 'var(--panel)' },
        header: { background: 'var(--panel)' },
        title: overTitle,
      },
    },
    Notification: {
      styles: {
        root: { background: 'var(--surface)', boxShadow: 'var(--shadow)', border: 0 },
        title: { fontWeight: 600 },
        description: { color: 'var(--text-2)' },
      },
    },
    // No text is smaller than our smallest, whatever the size of its field.
    InputWrapper: {
      styles: { label: { marginBottom: '4px' }, description: { ...smallest, marginBottom: '4px' } },
    },
    Radio: { styles: { label: { fontSize: '14px' }, description: smallest } },
    SegmentedControl: { styles: { label: { fontSize: '12px', fontWeight: 500 } } },
    Switch: {
      defaultProps: { withThumbIndicator: false },
      styles: { description: smallest },
    },
    Button: Button.extend({
      defaultProps: { size: 'xs' },
      // The words of a button are the same size everywhere.
      styles: (_theme, { size }) => (size === 'compact-sm' ? { label: { fontSize: '12px' } } : {}),
    }),
  },
});

/** Hands our tokens to Mantine's own variables, the same names in both schemes. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--bg)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-2)',
    '--mantine-color-placeholder': 'var(--text-2)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--surface-2)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--border-strong)',
    '--mantine-color-error': 'var(--error-text)',
    '--mantine-color-red-light': 'var(--error-soft)',
    '--mantine-color-red-light-color': 'var(--error-text)',
    '--mantine-color-yellow-light': 'var(--note-bg)',
    '--mantine-color-yellow-light-color': 'var(--note-text)',
    '--mantine-color-red-filled': '#d92d20',
    '--mantine-color-red-filled-hover': '#c0271b',
    '--mantine-color-anchor': 'var(--accent-text)',
  };
  return { variables: {}, dark: shared, light: shared };
};
