import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import type { MyWeek } from '../parts/shapes';
import { Step, Steps } from '../parts/Steps';

/** For somebody who has nothing here yet. */
export function FirstSteps({ week: { company, teams } }: { week: MyWeek }) {
  const [team] = teams;
  return (
    <Steps title={t('week.first.title')} text={t('week.first.text')}>
      <Step icon="pencil" text={t('week.first.own')}>
        <Link to="/write" className="button main">
          {t('week.first.write')}
        </Link>
      </Step>
      <Step icon="target" text={t('week.first.company', { count: company.length })}>
        <Link to="/okrs" className="button">
          {t('week.first.look')}
        </Link>
      </Step>
      <Step icon="people" text={team ? t('week.first.team', { team: team.name }) : t('week.first.no-team')}>
        {team ? (
          <Link to="/teams/$teamId" params={{ teamId: team.id }} className="button">
            {t('week.first.meet')}
          </Link>
        ) : (
          <Link to="/people" className="button">
            {t('week.first.meet')}
          </Link>
        )}
      </Step>
    </Steps>
  );
}
