import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { LineActions } from '../parts/FactPart';
import { AskText, EditKeyResult } from '../forms/forms';
import { Opening, SmallButton } from '../parts/Opening';
import type { KeyResult, Objective } from '../parts/shapes';
import { useAct } from '../parts/use-act';

type Props = { objective: Objective; keyResult: KeyResult };

/** Changing a key result, and taking it out: with a reason once everybody has seen it. */
export function KeyResultActions({ objective, keyResult }: Props) {
  const { title } = keyResult;
  return (
    <LineActions>
      <Opening text={t('key-result.edit')} label={t('key-result.edit.label', { title })}>
        {(close) => <EditKeyResult objective={objective} keyResult={keyResult} onDone={close} />}
      </Opening>
      {!objective.fixed.includes('key_result') && <Removal objective={objective} keyResult={keyResult} />}
    </LineActions>
  );
}

function Removal({ objective, keyResult: { id, title } }: Props) {
  const act = useAct();
  const remove = (reason?: string) =>
    got(
      api.PUT('/api/v1/key-results/{key_result}/removal', {
        params: { path: { key_result: id } },
        body: { ...(reason?.trim() && { reason }) },
      }),
    );
  return !objective.asks_reason.includes('key_result') ? (
    <SmallButton
      text={t('key-result.remove')}
      label={t('key-result.remove.label', { title })}
      onClick={() => act.mutate(() => remove())}
    />
  ) : (
    <Opening text={t('key-result.remove')} label={t('key-result.remove.label', { title })}>
      {(close) => (
        <AskText
          label={t('key-result.why-remove')}
          send={t('key-result.remove')}
          work={remove}
          onDone={close}
        />
      )}
    </Opening>
  );
}
