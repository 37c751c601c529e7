import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '@/lib/i18n';
import { Choice } from '@/ui/form/Choice';
import { examplesQuery, type Example, type ExampleFunction } from './examples';
import { FoldHeading } from '../parts/FoldHeading';
import styles from './ExampleLibrary.module.css';

const functions: ExampleFunction[] = [
  'company',
  'hr',
  'finance',
  'support',
  'sales',
  'product',
  'engineering',
  'operations',
];

type Props = { open: boolean; onTake: (example: Example) => void };

/** Examples to start from, by function and by words. */
export function ExampleLibrary({ open, onTake }: Props) {
  const [shown, setShown] = useState(open);
  return (
    <section className={`card ${styles.library}`}>
      <FoldHeading text={t('example.title')} open={shown} onToggle={() => setShown(!shown)} />
      {shown && (
        <Found
          onTake={(example) => {
            onTake(example);
            setShown(false);
          }}
        />
      )}
    </section>
  );
}

function Found({ onTake }: { onTake: (example: Example) => void }) {
  const [func, setFunc] = useState<ExampleFunction | ''>('');
  const [text, setText] = useState('');
  const { data } = useQuery(examplesQuery(func, text));
  const options = ['', ...functions].map((value) => ({ value, text: t(`function.${value || 'any'}`) }));
  return (
    <>
      <div className={styles.filter}>
        <Choice
          label={t('example.function')}
          value={func}
          options={options}
          onChange={(value) => setFunc(value as ExampleFunction | '')}
        />
        <TextInput
          aria-label={t('example.search')}
          placeholder={t('example.search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <p role="status" className="soft small">
        {data && t('example.count', { count: data.items.length })}
      </p>
      <ul className={styles.list}>
        {data?.items.map((example) => (
          <li key={example.id}>
            <div>
              <h3 dir="auto">{example.title}</h3>
              <p className="soft small" dir="auto">
                {example.key_results.map(({ title }) => title).join(' · ')}
              </p>
            </div>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('example.take.label', { title: example.title })}
              onClick={() => onTake(example)}
            >
              {t('example.take')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
