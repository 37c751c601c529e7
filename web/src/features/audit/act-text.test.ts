import { beforeEach, describe, expect, it } from 'vitest';
import { speak } from '@/lib/i18n';
import { line } from '@/test/log-line';
import { actText } from './act-text';

describe('what a line of the log says', () => {
  beforeEach(() => speak('en'));

  it('is a sentence with the names of today', () => {
    expect(actText(line('person.manager_set'))).toBe('Ana Ruiz reports to Iris Halden now.');
    expect(actText(line('person.roles_set', { roles: 'employee,hr,auditor' }))).toBe(
      'Ana Ruiz is now: HR, Auditor.',
    );
    expect(actText(line('person.roles_set', { roles: 'employee' }))).toBe('Ana Ruiz is now: Employee.');
    expect(actText(line('settings.changed', { changed: 'vision,cadence' }))).toBe(
      'Changed 2 settings of the organisation.',
    );
  });

  it('says how many refusals were left out', () => {
    const route = 'PUT /api/v1/people/{person}/roles';
    expect(actText(line('act.refused', { route }))).toBe(`Asked for what they may not: ${route}.`);
    expect(actText(line('act.refused', { route, left_out: '40' }))).toContain('40 more times');
  });

  it('leaves an older line and an unknown kind to their words', () => {
    expect(actText(line('person.left', { said: 'before' }))).toBeUndefined();
    expect(actText(line('moon.landed'))).toBeUndefined();
  });

  it('speaks German', async () => {
    await speak('de');
    expect(actText(line('person.left'))).toBe('Ana Ruiz ist gegangen und hat keinen Zugang mehr.');
    expect(actText(line('token.made', { days: '30', scopes: 'read,write' }))).toBe(
      'Hat einen API-Schlüssel für Iris Halden erstellt, für 30 Tage (lesen, schreiben).',
    );
  });
});
