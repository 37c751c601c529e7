import { expect, it } from 'vitest';
import { show } from '@/test/show';
import { AuditLine } from './AuditLine';

it('words stand apart from the sentence before them', () => {
  const { container } = show(
    <AuditLine
      line={{
        id: '0000000000001',
        number: 1,
        at: 0,
        actor_id: null,
        actor: null,
        in_place_of_id: null,
        in_place_of: null,
        action: 'person.left',
        subject: 'person',
        subject_id: null,
        subject_name: 'Ana Ruiz',
        with_id: null,
        with: null,
        codes: [],
        words: 'to the south',
        erased: false,
      }}
    />,
  );
  expect(container).toHaveTextContent('Ana Ruiz left and lost access. to the south');
});
