import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

// Mantine wants ten shades; tokens.css decides what is seen, through the resolver below.
const teal: MantineColorsTuple = [
  '#e6f5f6',
  '#d3e9eb',
  '#a6d3d8',
  '#75bcc3',
  '#4fa9b2',
  '#369da7',
  '#2897a2',
  '#19838d',
  '#0b6570',
  '#06525b',
];

export const theme = createTheme({
  colors: { teal },
  primaryColor: 'teal',
  primaryShade: 8,
  fontFamily: 'var(--font)',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: '8px',
  respectReducedMotion: true,
  cursorType: 'pointer',
});

export const variables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--page)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-soft)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-anchor': 'var(--link)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--control-line)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-primary-color-light': 'var(--accent-soft)',
    '--mantine-primary-color-light-hover': 'var(--accent-soft)',
    '--mantine-primary-color-light-color': 'var(--link)',
    '--mantine-color-teal-filled': 'var(--accent)',
    '--mantine-color-teal-filled-hover': 'var(--accent-hover)',
    '--mantine-color-teal-light': 'var(--accent-soft)',
    '--mantine-color-teal-light-hover': 'var(--accent-soft)',
    '--mantine-color-teal-light-color': 'var(--link)',
    '--mantine-color-white': 'var(--on-accent)',
  },
  light: {},
  dark: {},
});
