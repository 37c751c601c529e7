import { i18n } from '@lingui/core';
import { t } from '@/lib/i18n';
import type { Line } from './shapes';

/** What a line says in a sentence; nothing where its words say it: an older line, or a kind that this page does not know. */
export function actText({ action, subject_name, with: other, codes }: Line): string | undefined {
  const said = Object.fromEntries(codes.map(({ name, value }) => [name, value]));
  if (said.said === 'before' || !(`audit.act.${action}` in i18n.messages)) return undefined;
  return t(`audit.act.${action}`, {
    ...said,
    subject: subject_name ?? t('audit.unnamed'),
    with: other ?? t('audit.unnamed'),
    roles: rolesIn(said.roles),
    changed: said.changed?.split(',').length,
    days: Number(said.days),
    count: Number(said.count),
    persons: Number(said.persons),
    objectives: Number(said.objectives),
    key_results: Number(said.key_results),
    places_lost: Number(said.places_lost ?? 0),
    left_out: Number(said.left_out ?? 0),
    scopes: said.scopes
      ?.split(',')
      .map((scope) => t(`scope.${scope}`))
      .join(', '),
  });
}

/** Everybody is an employee: it is said only of those who are nothing else. */
function rolesIn(roles: string | undefined) {
  const all = roles?.split(',') ?? [];
  const more = all.filter((role) => role !== 'employee');
  return (more.length > 0 ? more.map((role) => t(`role.${role}`)) : [t('audit.role.employee')]).join(', ');
}
