import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '@/api/schema';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import { toast } from '@/ui/toast';
import admin from './Admin.module.css';
import { ForgottenPassword } from './ForgottenPassword';
import { Holdings } from './Holdings';
import { Lost } from './Lost';

type Person = components['schemas']['Person'];

/** How somebody gets in, and how that ends. */
export function PersonAccess({ person, onInvite }: { person: Person; onInvite: () => void }) {
  const { id, name, active, may } = person;
  const [sure, setSure] = useState(false);
  const queryClient = useQueryClient();
  const path = { params: { path: { person: id } } };
  const act = useMutation({
    mutationFn: async (what: 'leave' | 'return' | 'end-sessions') => {
      if (what === 'leave') await got(api.PUT('/api/v1/people/{person}/departure', path));
      if (what === 'end-sessions') await got(api.DELETE('/api/v1/people/{person}/sessions', path));
      if (what !== 'return') return { what, lost: [] };
      return { what, lost: (await got(api.DELETE('/api/v1/people/{person}/departure', path))).lost };
    },
    onSuccess: ({ what }) => toast(t(`access.${what}.done`, { name })),
    onSettled: () => {
      setSure(false);
      void queryClient.invalidateQueries({ queryKey: ['people'] });
    },
  });
  return (
    <>
      <h3>{t('access.title')}</h3>
      <FormProblem error={act.error} />
      {act.data && <Lost places={act.data.lost} />}
      {sure && <p role="alert">{t('access.leave.text', { name })}</p>}
      {active && may.includes('place') && !may.includes('invite') && (
        <ForgottenPassword person={id} name={name} mayReopen={may.includes('reopen')} />
      )}
      {(sure || !active) && <Holdings person={{ id, name }} />}
      <div className={admin.buttons}>
        {may.includes('invite') && (
          <Button variant="default" onClick={onInvite}>
            {t('invite.do')}
          </Button>
        )}
        {active && may.includes('set_roles') && (
          <Button variant="default" onClick={() => act.mutate('end-sessions')}>
            {t('access.end-sessions')}
          </Button>
        )}
        {may.includes('end') && (
          <Button variant="default" onClick={() => (sure ? act.mutate('leave') : setSure(true))}>
            {t(sure ? 'access.leave.sure' : 'access.leave')}
          </Button>
        )}
        {!active && (
          <Button variant="default" onClick={() => act.mutate('return')}>
            {t('access.return')}
          </Button>
        )}
      </div>
    </>
  );
}
