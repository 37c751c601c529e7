import { Button, Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useDraft } from '@/lib/draft';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import type { Retro, RetroCard } from '../parts/shapes';
import { useAddCard } from './retro-query';

type Props = { retro: Retro; part: RetroCard['part'] };

/** One more line; Enter adds it, so that a room can think aloud. */
export function AddCard({ retro: { team, cycle }, part }: Props) {
  const [text, setText, drop] = useDraft(`retro-${team.id}-${cycle.id}-${part}`, '');
  const add = useAddCard(team.id, cycle.id, () => {
    setText('');
    drop();
  });
  const send = () => text.trim() && !add.isPending && add.mutate({ part, text: text.trim() });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form className="no-print" onSubmit={(event) => (event.preventDefault(), send())}>
      <Textarea
        aria-label={t('retro.add.to', { column: t(`retro.${part}`) })}
        placeholder={t('retro.add.hint')}
        autosize
        minRows={1}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <FormProblem error={add.error} />
      {text.trim() && (
        <Button type="submit" variant="default" fullWidth mt={6} loading={add.isPending}>
          {t('retro.add')}
        </Button>
      )}
    </form>
  );
}
