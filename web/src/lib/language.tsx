import { createContext, Fragment, use, useState, type ReactNode } from 'react';
import { chooseLanguage, language, type Language } from './i18n';

const Context = createContext({
  language: 'en' as Language,
  choose: (() => {}) as (language: Language) => void,
});

export const useLanguage = () => use(Context);

/** Draws the whole page anew when another language is chosen, since every text is asked for as it is drawn. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [chosen, setChosen] = useState(language);
  const choose = (next: Language) => void chooseLanguage(next).then(() => setChosen(next));
  return (
    <Context value={{ language: chosen, choose }}>
      <Fragment key={chosen}>{children}</Fragment>
    </Context>
  );
}
