import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, got, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { KeyResultFields } from '../KeyResultFields';
import { SmallForm } from './SmallForm';
import type { KeyResult, Objective } from '../shapes';
import { changeOf, writtenOf } from '../written-change';

type Props = { objective: Objective; keyResult: KeyResult; onDone: () => void };

/** Changes a key result of any shape; what it is measured as stays. */
export function EditKeyResult({ objective, keyResult, onDone }: Props) {
  const milestones = objective.milestones.filter(({ key_result_id }) => key_result_id === keyResult.id);
  const [written, setWritten] = useState(() => writtenOf(keyResult, milestones));
  const [version] = useState(keyResult.version);
  const [reason, setReason] = useState('');
  const work = () =>
    got(
      api.PATCH('/api/v1/key-results/{key_result}', {
        params: { path: { key_result: keyResult.id }, header: { 'If-Match': `"${version}"` } },
        body: { ...changeOf(written, keyResult, milestones), ...(reason.trim() && { reason }) },
      }),
    );
  return (
    <SmallForm send={t('edit.save')} work={work} onDone={onDone}>
      {(error) => {
        const wrong = (field: string) => (error instanceof Refused ? error.field(field) : undefined);
        return (
          <>
            <KeyResultFields
              number={objective.key_results.findIndex(({ id }) => id === keyResult.id) + 1}
              keyResult={written}
              fixed
              error={wrong}
              onChange={setWritten}
            />
            {objective.state === 'published' && (
              <TextInput
                label={t('edit.reason')}
                description={t('edit.reason.hint')}
                value={reason}
                error={wrong('reason')}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            )}
          </>
        );
      }}
    </SmallForm>
  );
}
