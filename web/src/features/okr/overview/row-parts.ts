import { lazy } from 'react';

// What a line shows only when it is opened or changed.
export const RowEdit = lazy(async () => ({ default: (await import('./RowEdit')).RowEdit }));
export const RowKeyResults = lazy(async () => ({
  default: (await import('./RowKeyResults')).RowKeyResults,
}));
