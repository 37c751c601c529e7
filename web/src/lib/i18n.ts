import { i18n } from '@lingui/core';

const catalogs = {
  en: () => import('virtual:messages/en'),
  de: () => import('virtual:messages/de'),
};
export type Language = keyof typeof catalogs;
export const languages = Object.keys(catalogs) as Language[];
export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch' };

const storageKey = 'waymark-language';

export const language = () => i18n.locale as Language;

export function preferredLanguage(): Language {
  const said = document.documentElement.lang;
  return said in catalogs ? (said as Language) : 'en';
}

export async function speak(chosen: Language) {
  const { default: messages } = await catalogs[chosen]();
  i18n.loadAndActivate({ locale: chosen, messages });
  document.documentElement.lang = chosen;
}

export async function chooseLanguage(chosen: Language) {
  localStorage.setItem(storageKey, chosen);
  await speak(chosen);
}

/** The text of `key` in the language of the page; `values` fill its ICU placeholders. */
export const t = (key: string, values?: Record<string, unknown>): string => i18n._(key, values);
