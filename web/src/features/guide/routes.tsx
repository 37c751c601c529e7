import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '@/lib/frame';

const guidelines = createRoute({
  getParentRoute: () => shell,
  path: '/guidelines',
  component: lazyRouteComponent(() => import('./GuidelinesPage'), 'GuidelinesPage'),
});

const figures = createRoute({
  getParentRoute: () => shell,
  path: '/figures',
  component: lazyRouteComponent(() => import('./FiguresPage'), 'FiguresPage'),
});

/** By what is around them. */
export const routes = {
  shell: [guidelines, figures],
} as const;
