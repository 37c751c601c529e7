import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '@/lib/i18n';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/form/FormProblem';
import { Skeleton } from '@/ui/Skeleton';
import { EditPersonFields } from './EditPersonFields';
import { Invitation } from './Invitation';
import { PersonAccess } from './PersonAccess';
import { personQuery } from './queries';
import admin from './Admin.module.css';

/** Everything that is kept of a person, as far as the viewer may change it. */
export function EditPerson({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error } = useQuery(personQuery(id));
  const [inviting, setInviting] = useState(false);
  const person = data?.data;
  return (
    <Dialog title={person?.name ?? t('loading')} onClose={onClose}>
      <FormProblem error={error} />
      {!person && !error && <Skeleton lines={4} />}
      {person && inviting && <Invitation person={id} name={person.name} />}
      {person && !inviting && (
        <>
          <EditPersonFields person={person} etag={data.etag} onDone={onClose} />
          <section className={admin.account} aria-label={t('access.title')}>
            <PersonAccess person={person} onInvite={() => setInviting(true)} />
          </section>
        </>
      )}
    </Dialog>
  );
}
