import type { IconName } from '@/ui/icons';

/** Something the palette can do. */
export type Command = { group: 'go' | 'do'; title: string; icon: IconName; keys?: string; run: () => void };

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Each word that was typed begins a word of the title. */
export function fits(title: string, typed: string) {
  const words = plain(title).split(/[^\p{L}\p{N}]+/u);
  const parts = plain(typed).split(/\s+/).filter(Boolean);
  return parts.every((part) => words.some((word) => word.startsWith(part)));
}
