import { KeyResultBar } from '@/ui/marks/KeyResultBar';
import { barLabel, endTexts } from './measure-text';
import type { KeyResult } from '../parts/shapes';

/** How far a key result is between its ends, beside the pace that is expected today. */
export function KeyResultMeasure({ keyResult }: { keyResult: KeyResult }) {
  const [from, to] = endTexts(keyResult);
  return (
    <KeyResultBar
      progress={keyResult.raw_progress}
      pace={keyResult.expected_progress}
      from={from}
      to={to}
      label={barLabel(keyResult)}
    />
  );
}
