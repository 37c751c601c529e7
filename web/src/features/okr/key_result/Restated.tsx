import { t } from '@/lib/i18n';

/** Says that the sentence of a key result states other figures than its measure has, and how it would say these. */
export function Restated({ sentence, className = 'small' }: { sentence: string | null; className?: string }) {
  if (sentence === null) return null;
  return (
    <span className={className} role="note">
      <span className="soft">{t('key-result.restated')}</span> <strong dir="auto">{sentence}</strong>
    </span>
  );
}
