import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { api, got, intent, keyFor } from '@/lib/client';
import { useDraft } from '@/lib/draft';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import { SuggestionList } from '@/ui/form/SuggestionList';
import { useSuggestions } from '@/ui/form/use-suggestions';
import { foundPeople } from '@/lib/people';
import { onWritingKey } from '../draft/use-writing-keys';
import { bearer, mentionAt, mentioned, typedOut, withMention } from './mentions';
import type { PersonName } from '@/lib/people';
import styles from './CommentForm.module.css';

type Draft = { text: string; key: string; people?: PersonName[] };

type Props = { objective: string; checkIn?: string; focus: boolean; onDone?: () => void };

/** A comment that outlives its tab, on an objective or one of its check-ins; an @ and a few letters mention a person. */
export function CommentForm({ objective, checkIn, focus, onDone }: Props) {
  const place = checkIn ? `${objective}-${checkIn}` : objective;
  const [draft, setDraft, dropDraft] = useDraft<Draft>(`comment-${place}`, { text: '', key: intent() });
  const queryClient = useQueryClient();
  const [nobody, setNobody] = useState<string[]>([]);
  // Of the names that were typed out: whom they are, and what is nobody's name.
  const told = async () => {
    const people: string[] = [];
    const nobody: string[] = [];
    for (const typed of typedOut(draft.text, draft.people ?? [])) {
      const first = typed.split(' ').slice(0, 2).join(' ');
      const found = await queryClient.fetchQuery(foundPeople(first));
      const person = bearer(typed, found.items);
      if (person) people.push(person.id);
      else nobody.push(first);
    }
    return { people: [...new Set(people)], nobody };
  };
  const send = useMutation({
    mutationFn: async () => {
      const { people, nobody } = await told();
      setNobody(nobody);
      const body = {
        text: draft.text,
        mention_ids: mentioned(draft.text, draft.people ?? []).concat(people),
        ...(checkIn && { check_in_id: checkIn }),
      };
      const params = { path: { objective }, header: { 'Idempotency-Key': keyFor(draft.key, body) } };
      return got(api.POST('/api/v1/objectives/{objective}/comments', { params, body }));
    },
    onSuccess: async () => {
      setDraft({ text: '', key: intent() });
      dropDraft();
      await queryClient.invalidateQueries({ queryKey: ['okr', 'objective', objective] });
      onDone?.();
    },
  });
  return (
    // Ctrl+Enter sends, wherever the focus is.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={styles.write}
      onKeyDown={onWritingKey}
      onSubmit={(event) => (event.preventDefault(), send.mutate())}
    >
      <MentionText
        text={draft.text}
        focus={focus}
        chosen={draft.people ?? []}
        onText={(text) => setDraft({ ...draft, text })}
        onMention={(text, person) => setDraft({ ...draft, text, people: [...(draft.people ?? []), person] })}
      />
      <FormProblem error={send.error} />
      {nobody.length > 0 && (
        <p className="soft small" role="status">
          {t('comment.nobody', { names: nobody.map((one) => `@${one}`).join(', ') })}
        </p>
      )}
      {(draft.text.trim() || onDone) && (
        <div className={styles.buttons}>
          <Button type="submit" loading={send.isPending} disabled={!draft.text.trim()}>
            {t('comment.send')}
          </Button>
          {onDone && (
            <Button variant="default" onClick={onDone}>
              {t('cancel')}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}

type MentionProps = {
  text: string;
  focus: boolean;
  chosen: PersonName[];
  onText: (text: string) => void;
  onMention: (text: string, person: PersonName) => void;
};

function MentionText({ text, focus, chosen, onText, onMention }: MentionProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [moveTo, setMoveTo] = useState<number>();
  const behind = mentionAt(text, caret)?.trim();
  const typed = behind && typedOut(`@${behind}`, chosen).length > 0 ? behind : undefined;
  useEffect(() => {
    if (focus) area.current?.focus();
  }, [focus]);
  const { data } = useQuery({ ...foundPeople(typed ?? ''), enabled: typed !== undefined });
  const options =
    typed === undefined
      ? []
      : (data?.items ?? []).map(({ id, name, title }) => ({ id, text: name, detail: title }));
  const suggestions = useSuggestions(options, (option) => {
    const person = { id: option.id, name: option.text };
    const next = withMention(text, caret, person);
    onMention(next.text, person);
    setMoveTo(next.caret);
    setCaret(next.caret);
  });
  useLayoutEffect(() => {
    if (moveTo !== undefined) area.current?.setSelectionRange(moveTo, moveTo);
  }, [moveTo]);
  return (
    <div className={styles.mention}>
      <Textarea
        {...suggestions.field}
        ref={area}
        label={t('comment.label')}
        description={t('comment.hint')}
        autosize
        minRows={1}
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value);
          setCaret(event.currentTarget.selectionStart);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
      />
      <SuggestionList label={t('comment.people')} options={options} suggestions={suggestions} />
    </div>
  );
}
