import { language } from './i18n';

/** `make`, once for each language and each of its `options`: making a format costs more than using it a hundred times. */
function kept<Options, Format>(make: (locale: string, options: Options) => Format) {
  const made = new Map<string, Format>();
  return (options: Options) => {
    const key = language() + JSON.stringify(options);
    const format = made.get(key) ?? make(language(), options);
    made.set(key, format);
    return format;
  };
}

/** What is rounded to nothing has no sign: never -0. */
export const numbers = kept(
  (locale, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options }),
);

/** English days are written as in Europe, 9 Nov. */
export const dates = kept(
  (locale, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options),
);

const lists = kept((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));
export const list = () => lists({ type: 'conjunction' });

const times = kept(
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
);
export const relative = () => times({ numeric: 'auto' });
