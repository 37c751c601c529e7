import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import type { PersonName } from '@/lib/people';
import { FormProblem } from '@/ui/form/FormProblem';
import { PersonInput } from '@/ui/form/PersonInput';
import { toast } from '@/ui/toast';
import form from '@/ui/form/form.module.css';
import admin from './Admin.module.css';

type Kind = 'objective_ids' | 'key_result_ids' | 'blocker_ids';
type Item = { kind: Kind; id: string; text: string };

/** What waits for somebody, and who takes it over: each, or all of it. */
export function Holdings({ person }: { person: PersonName }) {
  const path = { params: { path: { person: person.id } } };
  const { data } = useQuery({
    queryKey: ['okr', 'holdings', person.id],
    queryFn: () => got(api.GET('/api/v1/people/{person}/holdings', path)),
  });
  if (!data) return null;
  const items: Item[] = [
    ...data.objectives.map(({ id, title }) => ({ kind: 'objective_ids' as const, id, text: title })),
    ...data.key_results.map(({ id, title }) => ({ kind: 'key_result_ids' as const, id, text: title })),
    ...data.blockers.map(({ id, text }) => ({ kind: 'blocker_ids' as const, id, text })),
  ];
  if (items.length === 0) return <p className="soft">{t('holdings.none', { name: person.name })}</p>;
  return <HandOver person={person} items={items} />;
}

function HandOver({ person, items }: { person: PersonName; items: Item[] }) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [successor, setSuccessor] = useState<PersonName | null>(null);
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const chosen = items.filter(({ id }) => !kept.has(id));
  const ids = (kind: Kind) => chosen.filter((item) => item.kind === kind).map(({ id }) => id);
  const give = useMutation({
    mutationFn: (to: PersonName) =>
      got(
        api.POST('/api/v1/people/{person}/handovers', {
          params: { path: { person: person.id } },
          body: {
            successor_id: to.id,
            objective_ids: ids('objective_ids'),
            key_result_ids: ids('key_result_ids'),
            blocker_ids: ids('blocker_ids'),
            ...(reason.trim() && { reason: reason.trim() }),
          },
        }),
      ),
    onSuccess: (_, to) => {
      toast(t('holdings.given', { name: to.name }));
      setKept(new Set());
      void queryClient.invalidateQueries({ queryKey: ['okr'] });
    },
  });
  const turn = (id: string, take: boolean) => {
    const next = new Set(kept);
    if (take) next.delete(id);
    else next.add(id);
    setKept(next);
  };
  return (
    <section className={admin.holdings} aria-labelledby="holdings">
      <h3 id="holdings">{t('holdings.title', { name: person.name, count: items.length })}</h3>
      <ul>
        {items.map(({ kind, id, text }) => (
          <li key={id}>
            <label className={form.check}>
              <input
                type="checkbox"
                checked={!kept.has(id)}
                onChange={(event) => turn(id, event.currentTarget.checked)}
              />
              <span dir="auto">
                {text} <span className="soft small">{t(`holdings.${kind}`)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <PersonInput label={t('holdings.successor')} person={successor} onChange={setSuccessor} />
      <Textarea
        label={t('holdings.reason')}
        autosize
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FormProblem error={give.error} />
      <div className={admin.buttons}>
        <Button
          variant="default"
          disabled={!successor || chosen.length === 0}
          loading={give.isPending}
          onClick={() => successor && give.mutate(successor)}
        >
          {t('holdings.give', { count: chosen.length })}
        </Button>
      </div>
    </section>
  );
}
