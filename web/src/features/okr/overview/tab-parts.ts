import { lazy, type ComponentType } from 'react';
import type { Cycle } from '../parts/shapes';
import type { Overview } from '../filter/use-overview';

type Part = ComponentType<{ overview: Overview; cycle: Cycle }>;

// Each way of looking comes when it is asked for.
export const ListTab = lazy<Part>(async () => ({ default: (await import('./ListTab')).ListTab }));
export const TreeTab = lazy<Part>(async () => ({ default: (await import('./TreeTab')).TreeTab }));
export const MapTab = lazy<Part>(async () => ({ default: (await import('../map/MapTab')).MapTab }));
export const TimelineTab = lazy<Part>(async () => ({ default: (await import('./TimelineTab')).TimelineTab }));
