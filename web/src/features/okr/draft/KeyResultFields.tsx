import { ActionIcon, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { quantity } from '@/lib/format';
import { t } from '@/lib/i18n';
import { Icon } from '@/ui/icons';
import { useFirstField } from '@/ui/use-form-focus';
import { AdviceList } from '../parts/AdviceList';
import { KeyResultMore, saysMore } from './KeyResultMore';
import { SmallButton } from '../parts/Opening';
import type { Advice } from '../parts/shapes';
import { useStated } from './stated-measure';
import { asksForWay, type Shape, type WrittenKeyResult } from './written';
import styles from './WriteObjective.module.css';

type Props = {
  number: number;
  keyResult: WrittenKeyResult;
  advice?: Advice[];
  error: (field: string) => string | undefined;
  onChange: (next: WrittenKeyResult) => void;
  onRemove?: () => void;
  /** How it is measured cannot be changed any more. */
  fixed?: boolean;
  /** What stays as it was published, as the history names it. */
  stays?: string[];
};

const kinds: WrittenKeyResult['kind'][] = ['number', 'percent', 'currency', 'ratio', 'yes_no', 'milestones'];
const shapes: Shape[] = ['change', 'by', 'stay_above', 'stay_below', 'stay_within'];
const figuresOf: Record<Shape, ('baseline' | 'target' | 'by' | 'low' | 'high')[]> = {
  change: ['baseline', 'target'],
  by: ['baseline', 'by'],
  stay_above: ['baseline', 'target'],
  stay_below: ['baseline', 'target'],
  stay_within: ['baseline', 'low', 'high'],
};
/** What the server calls a figure. */
const pathOf = (name: (typeof figuresOf)[Shape][number]) => (name === 'by' ? 'change_percent' : name);
const ways: WrittenKeyResult['way'][] = ['rise', 'fall'];

/** The fields that show themselves what is wrong with them. */
export const keyResultFields = [
  'title',
  'baseline',
  'target',
  'change_percent',
  'low',
  'high',
  'unit',
  'due_on',
  'milestones',
  'owner_id',
  'weight',
  'commit',
  'stretch',
  'counter',
  'kpi_id',
];

/** One key result in the form: what we will see, and how it is measured. */
export function KeyResultFields({
  number,
  keyResult,
  advice = [],
  error,
  onChange,
  onRemove,
  fixed,
  stays = [],
}: Props) {
  const change = (part: Partial<WrittenKeyResult>) => onChange({ ...keyResult, ...part });
  const { measured, asksStart } = useStated(keyResult, fixed);
  const [open, setOpen] = useState(false);
  const more = open || saysMore(keyResult);
  const rest = useRef<HTMLDivElement>(null);
  useFirstField(rest, open);
  return (
    <fieldset className={styles.result}>
      <legend className="hidden-text">{t('write.key-result', { number })}</legend>
      <div className={styles.line}>
        <TextInput
          className={styles.title}
          label={t('write.key-result', { number })}
          disabled={stays.includes('title')}
          value={keyResult.title}
          error={error('title')}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        {onRemove && (
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('write.remove', { number })}
            onClick={onRemove}
          >
            <Icon name="trash" />
          </ActionIcon>
        )}
      </div>
      <AdviceList advice={advice} />
      {(fixed || keyResult.title.trim() !== '' || measured.target !== '' || error('target')) && (
        <Measure
          keyResult={measured}
          error={error}
          change={(part) => onChange({ ...measured, ...part })}
          fixed={fixed}
          stays={stays}
        />
      )}
      {asksStart && (
        <p className="small" role="status">
          {t('write.asks-start', { by: quantity(asksStart.by, asksStart.unit) })}
        </p>
      )}
      {measured !== keyResult && <p className="soft small">{t('write.stated')}</p>}
      {more ? (
        <div ref={rest}>
          <KeyResultMore keyResult={measured} stays={stays} error={error} onChange={onChange} />
        </div>
      ) : (
        <p>
          <SmallButton
            text={t('write.more')}
            label={t('write.more.label', { number })}
            onClick={() => setOpen(true)}
          />
        </p>
      )}
    </fieldset>
  );
}

type MeasureProps = Pick<Props, 'keyResult' | 'error' | 'fixed'> & {
  change: (part: Partial<WrittenKeyResult>) => void;
  stays: string[];
};

function Measure({ keyResult, error, change, fixed, stays }: MeasureProps) {
  const { kind, shape } = keyResult;
  const figures = figuresOf[shape];
  const measured = kind !== 'yes_no' && kind !== 'milestones';
  return (
    <div className={styles.line}>
      {!fixed && (
        <NativeSelect
          label={t('write.kind')}
          data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
          onChange={(event) => change({ kind: event.currentTarget.value as WrittenKeyResult['kind'] })}
        />
      )}
      {measured && !fixed && (
        <NativeSelect
          label={t('write.shape')}
          data={shapes.map((value) => ({ value, label: t(`shape.${value}`) }))}
          value={shape}
          onChange={(event) => change({ shape: event.currentTarget.value as Shape })}
        />
      )}
      {measured &&
        figures.map((name) => (
          <TextInput
            key={name}
            className={styles.figure}
            label={t(`write.${name}`)}
            placeholder={name === 'baseline' ? t('write.baseline.unknown') : undefined}
            inputMode="decimal"
            autoComplete="off"
            disabled={stays.includes(pathOf(name))}
            value={keyResult[name]}
            error={error(pathOf(name))}
            onChange={(event) => change({ [name]: event.currentTarget.value })}
          />
        ))}
      {measured && !fixed && shape === 'change' && asksForWay(keyResult.baseline) && (
        <NativeSelect
          label={t('write.way')}
          description={t('write.way.hint')}
          inputWrapperOrder={['label', 'input', 'description']}
          data={ways.map((value) => ({ value, label: t(`way.${value}`) }))}
          value={keyResult.way}
          onChange={(event) => change({ way: event.currentTarget.value as WrittenKeyResult['way'] })}
        />
      )}
      {measured && (
        <TextInput
          className={styles.figure}
          label={t('write.unit')}
          placeholder={kind === 'percent' ? '%' : kind === 'currency' ? 'EUR' : undefined}
          disabled={stays.includes('unit')}
          value={keyResult.unit}
          error={error('unit')}
          onChange={(event) => change({ unit: event.currentTarget.value })}
        />
      )}
      {kind === 'milestones' && (
        <Textarea
          className={styles.title}
          label={t('write.milestones')}
          autosize
          minRows={3}
          disabled={stays.includes('milestones')}
          value={keyResult.milestones}
          error={error('milestones')}
          onChange={(event) => change({ milestones: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
