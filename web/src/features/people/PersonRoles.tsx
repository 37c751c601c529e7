import type { components } from '@/api/schema';
import { t } from '@/lib/i18n';
import form from '@/ui/form/form.module.css';

export type Role = components['schemas']['Role'];
type Props = { roles: Role[]; onChange: (roles: Role[]) => void };

const given: Role[] = ['hr', 'administrator', 'executive', 'auditor'];

/** What somebody is in the organisation, beside being employed. */
export function PersonRoles({ roles, onChange }: Props) {
  const toggle = (role: Role) =>
    onChange(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role]);
  return (
    <fieldset className={form.group}>
      <legend>{t('roles.title')}</legend>
      {given.map((role) => (
        <label key={role} className={form.check}>
          <input type="checkbox" checked={roles.includes(role)} onChange={() => toggle(role)} />
          <span>
            {t(`role.${role}`)} <span className="soft small">{t(`role.${role}.text`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
