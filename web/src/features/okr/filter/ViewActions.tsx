import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { FormProblem } from '@/ui/form/FormProblem';
import { toast } from '@/ui/toast';
import type { View } from '../parts/shapes';
import { searchOfView, viewQuery } from './search';
import { useAsked } from './use-overview';
import { useViewWrites } from './use-view-writes';
import styles from './FilterBar.module.css';

type Props = { view?: View; modified: boolean; onDone: () => void };

/** Save, save as, back to what was saved, the link of it. */
export function ViewActions({ view, modified, onDone }: Props) {
  const { search, ask } = useAsked();
  const { change, remove } = useViewWrites();
  const mayEdit = view?.may.includes('edit') ?? false;
  return (
    <>
      {view && (
        <div className={styles.actions}>
          {modified && mayEdit && (
            <Button
              size="xs"
              onClick={() => change.mutate({ view, query: viewQuery(search) }, { onSuccess: onDone })}
            >
              {t('views.save')}
            </Button>
          )}
          {modified && (
            <Button size="xs" variant="default" onClick={() => ask(searchOfView(view.query, view.id))}>
              {t('views.reset')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => void copyAddress()}>
            {t('views.copy')}
          </Button>
          {mayEdit && (
            <Button
              size="xs"
              variant="default"
              onClick={() =>
                remove.mutate(view.id, {
                  onSuccess: () => {
                    ask({ saved: undefined });
                    onDone();
                  },
                })
              }
            >
              {t('views.delete')}
            </Button>
          )}
        </div>
      )}
      <SaveAs onDone={onDone} />
    </>
  );
}

async function copyAddress() {
  await navigator.clipboard.writeText(location.href);
  toast(t('views.copied'));
}

function SaveAs({ onDone }: { onDone: () => void }) {
  const { search, ask } = useAsked();
  const { data: me } = useSuspenseQuery(meQuery);
  const { create } = useViewWrites();
  const [name, setName] = useState('');
  const [share, setShare] = useState('personal');
  const options = [
    { value: 'personal', label: t('views.share.personal') },
    ...me.teams.map(({ id, name: team }) => ({ value: id, label: t('views.share.team', { team }) })),
    { value: 'everyone', label: t('views.share.everyone') },
  ];
  const save = () => {
    const isTeam = share !== 'personal' && share !== 'everyone';
    create.mutate(
      {
        name,
        query: viewQuery(search),
        sharing: isTeam ? 'team' : share,
        ...(isTeam && { team_id: share }),
      },
      {
        onSuccess: ({ id }) => {
          ask({ saved: id });
          onDone();
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={(event) => (event.preventDefault(), save())}>
      <TextInput
        label={t('views.name')}
        value={name}
        required
        maxLength={80}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('views.share')}
        data={options}
        value={share}
        onChange={(event) => setShare(event.currentTarget.value)}
      />
      <FormProblem error={create.error} />
      <Button type="submit" loading={create.isPending} disabled={!name.trim()}>
        {t('views.save-as')}
      </Button>
    </form>
  );
}
