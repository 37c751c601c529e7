import { i18n } from '@lingui/core';
import { learnRefusals } from './refusals/refusals';

const catalogs = {
  en: () => import('virtual:messages/en'),
  de: () => import('virtual:messages/de'),
  /** Longer words from right to left: shows what a layout takes for granted. Chosen by tests alone. */
  qps: () => import('virtual:messages/qps'),
};
export type Language = 'en' | 'de';
export const languages: Language[] = ['en', 'de'];
export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch' };

const storageKey = 'waymark-language';

export const language = () => i18n.locale as Language;
/** In which the server is asked to answer. */
export const spoken = (): Language => languages.find((one) => one === language()) ?? 'en';

export function preferredLanguage(): keyof typeof catalogs {
  const said = document.documentElement.lang;
  return said in catalogs ? (said as Language) : 'en';
}

export async function speak(chosen: keyof typeof catalogs) {
  const [{ default: messages }] = await Promise.all([catalogs[chosen](), learnRefusals(chosen)]);
  i18n.loadAndActivate({ locale: chosen, messages });
  document.documentElement.lang = chosen;
  document.documentElement.dir = chosen === 'qps' ? 'rtl' : 'ltr';
}

export async function chooseLanguage(chosen: Language) {
  localStorage.setItem(storageKey, chosen);
  await speak(chosen);
}

/** The text of `key` in the language of the page; `values` fill its ICU placeholders. */
export const t = (key: string, values?: Record<string, unknown>): string => i18n._(key, values);

/** Whether there is such a text: the server may name what came later than this app. */
export const isSaid = (key: string) => key in i18n.messages;
