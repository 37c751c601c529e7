import type { ComponentProps, ReactNode } from 'react';
import { Conflict } from './Conflict';
import { Form } from './Form';
import type { VersionedForm as Versioned } from './use-versioned-form';

type Props = Omit<ComponentProps<typeof Form>, 'sending' | 'children'> &
  Pick<ComponentProps<typeof Conflict>, 'title' | 'heading'> & { form: Versioned; children: ReactNode };

/** The fields of something with a version; both versions instead, when somebody else was faster. */
export function VersionedForm({ form: { sending, conflict }, title, heading, children, ...more }: Props) {
  if (!conflict)
    return (
      <Form {...more} sending={sending}>
        {() => children}
      </Form>
    );
  const both = <Conflict {...conflict} title={title} heading={heading} />;
  return more.className ? <div className={more.className}>{both}</div> : both;
}
