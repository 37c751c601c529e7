import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { whole } from '@/lib/address';
import { api, got } from '@/lib/client';
import { instant } from '@/lib/format';
import { t } from '@/lib/i18n';
import { CopyOnce } from '@/ui/CopyOnce';
import { FormProblem } from '@/ui/form/FormProblem';

/** Makes the link with which somebody chooses a password. It is shown once and works once. */
export function Invitation({ person, name }: { person: string; name: string }) {
  const invite = useMutation({
    mutationFn: () => got(api.POST('/api/v1/people/{person}/invitation', { params: { path: { person } } })),
  });
  if (invite.data)
    return (
      <>
        <CopyOnce label={t('invite.link', { name })} text={whole(invite.data.link)} />
        <p className="soft small">{t('invite.until', { when: instant(invite.data.expires_at) })}</p>
      </>
    );
  return (
    <>
      <p>{t('invite.text', { name })}</p>
      <FormProblem error={invite.error} />
      <Button onClick={() => invite.mutate()} loading={invite.isPending}>
        {t('invite.do')}
      </Button>
    </>
  );
}
