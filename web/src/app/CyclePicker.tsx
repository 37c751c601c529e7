import { t } from '@/lib/i18n';
export const CyclePicker = () => <span>{t('top.cycle')}</span>;
