import { expect, it } from 'vitest';
import { line } from '@/test/log-line';
import { show } from '@/test/show';
import { AuditLine } from './AuditLine';

it('words stand apart from the sentence before them', () => {
  const { container } = show(<AuditLine line={line('person.left', {}, { words: 'to the south' })} />);
  expect(container).toHaveTextContent('Ana Ruiz left and lost access. to the south');
});
