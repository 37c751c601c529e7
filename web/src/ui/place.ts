import type { Me } from '@/lib/session';
import type { IconName } from './icons';

/** Where one can go from every page, by a pair of keys if it has one; a feature names its own in its `nav.ts`. */
export type Place = {
  to: string;
  text: string;
  icon: IconName;
  keys?: string;
  shown: readonly ('side' | 'phone' | 'palette')[];
};

/** A part of the administration, for those who may do this. */
export type AdminPart = { to: string; text: string; may: Me['may'][number] };
