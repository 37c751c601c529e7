import { useNavigate } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { Choice } from '@/ui/form/Choice';
import { useCycle } from '@/features/okr/parts/use-cycle';

/** The cycle that holds on every page; the address carries it. */
export function CyclePicker() {
  const { cycles, cycle } = useCycle();
  const navigate = useNavigate();
  if (!cycle) return null;
  return (
    <Choice
      label={t('top.cycle')}
      value={cycle.id}
      options={cycles.map(({ id, name }) => ({ value: id, text: name }))}
      onChange={(id) => {
        const chosen = cycles.find((one) => one.id === id);
        void navigate({
          to: '.',
          search: (before) => ({ ...before, cycle: chosen?.current ? undefined : id }),
        });
      }}
    />
  );
}
