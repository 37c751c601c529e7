import { createTheme } from '@mantine/core';

/** What widgets ask for in scripts; how they look is said once, in theme.css. */
export const theme = createTheme({ primaryColor: 'teal', defaultRadius: '8px', respectReducedMotion: true });
