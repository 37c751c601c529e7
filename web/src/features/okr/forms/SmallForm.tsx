import type { ReactNode } from 'react';
import { Form, type Wrong } from '@/ui/form/Form';
import { useAct } from '../parts/use-act';

type Props = {
  send: string;
  /** What is asked of the server; its refusal is shown here and nothing typed is lost. */
  work: () => Promise<unknown>;
  onDone: () => void;
  /** The fields that show themselves what is wrong with them. */
  fields?: readonly string[];
  children: (wrong: Wrong) => ReactNode;
};

/** A few fields, one thing to do, and the way back. */
export function SmallForm({ send, work, onDone, fields = [], children }: Props) {
  const act = useAct({ onDone, quiet: true });
  return (
    <Form
      small
      sending={{ ...act, mutate: () => act.mutate(work) }}
      send={send}
      fields={fields}
      onCancel={onDone}
    >
      {children}
    </Form>
  );
}
