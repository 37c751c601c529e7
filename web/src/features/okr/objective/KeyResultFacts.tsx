import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { day, instantDay, number } from '@/lib/format';
import { t } from '@/lib/i18n';
import { kpiTakenQuery } from '../draft/kpi-taken';
import { Evidence } from './Evidence';
import { sourceText, valueText } from '../key_result/measure-text';
import type { CheckIn, KeyResult } from '../parts/shapes';
import styles from './KeyResultFacts.module.css';

/** What was said of a key result beside its measure. */
export function KeyResultFacts({ keyResult, news }: { keyResult: KeyResult; news?: CheckIn }) {
  const { owner, due_on, indicator, commit, stretch, weight, counter, kpi_id } = keyResult;
  const { data: kpi } = useQuery({ ...kpiTakenQuery(kpi_id ?? ''), enabled: kpi_id !== null });
  return (
    <dl className={styles.facts}>
      <Fact name={t('write.kr-owner')}>{owner.name}</Fact>
      {news && <Fact name={t('key-result.source')}>{`${instantDay(news.at)} · ${sourceText(news)}`}</Fact>}
      {news?.evidence && (
        <Fact name={t('key-result.evidence')}>
          <Evidence text={news.evidence} />
        </Fact>
      )}
      <Fact name={t('key-result.due')}>{day(due_on)}</Fact>
      {commit !== null && <Fact name={t('write.commit')}>{valueText(commit, keyResult)}</Fact>}
      {stretch !== null && <Fact name={t('write.stretch')}>{valueText(stretch, keyResult)}</Fact>}
      {weight !== 1 && <Fact name={t('write.weight')}>{number(weight)}</Fact>}
      {indicator && <Fact name={t('write.indicator')}>{t(`indicator.${indicator}`)}</Fact>}
      {counter && <Fact name={t('write.counter')}>{counter}</Fact>}
      {kpi && (
        <Fact name={t('write.kpi')}>
          <Link to="/kpis/$kpiId" params={{ kpiId: kpi.id }} dir="auto">
            {kpi.name}
          </Link>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}
