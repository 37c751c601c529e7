import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { whole } from '@/lib/address';
import { api, got } from '@/lib/client';
import { instant } from '@/lib/format';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { CopyOnce } from '@/ui/CopyOnce';
import { FormProblem } from '@/ui/form/FormProblem';

/** Who has chosen a password before gets a new link from two administrators together, or from the operator. */
export function ForgottenPassword({
  person,
  name,
  mayReopen,
}: {
  person: string;
  name: string;
  mayReopen: boolean;
}) {
  const path = { params: { path: { person } } };
  const key = ['people', 'forgotten', person];
  const { data: me } = useSuspenseQuery(meQuery);
  const queryClient = useQueryClient();
  const wish = useQuery({
    queryKey: key,
    queryFn: () => got(api.GET('/api/v1/people/{person}/forgotten-password', path)),
    enabled: mayReopen,
  });
  const reopen = useMutation({
    mutationFn: () => got(api.PUT('/api/v1/people/{person}/forgotten-password', path)),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: key }),
  });
  const waits = wish.data?.asked_by;
  const link = reopen.data?.link;
  return (
    <>
      <p className="soft small">{t('forgotten.text', { name })}</p>
      <FormProblem error={reopen.error} />
      {link && (
        <>
          <CopyOnce label={t('invite.link', { name })} text={whole(link.link)} />
          <p className="soft small">{t('invite.until', { when: instant(link.expires_at) })}</p>
        </>
      )}
      {waits && !link && (
        <p role="status">{t('forgotten.waits', { who: waits.name, when: instant(wish.data?.until ?? 0) })}</p>
      )}
      {mayReopen && !link && waits?.id !== me.id && (
        <p>
          <Button variant="default" onClick={() => reopen.mutate()} loading={reopen.isPending}>
            {t(waits ? 'forgotten.second' : 'forgotten.ask')}
          </Button>
        </p>
      )}
    </>
  );
}
