import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { useMemo } from 'react';
import styles from './Guidelines.module.css';

/** Text of people as a page: marked up, and cleaned of everything but plain formatting. */
export default function Markdown({ text }: { text: string }) {
  const html = useMemo(
    () =>
      DOMPurify.sanitize(marked.parse(text, { async: false, gfm: true }), {
        USE_PROFILES: { html: true },
        FORBID_TAGS: ['style', 'form', 'input', 'img'],
        FORBID_ATTR: ['style', 'class', 'id'],
        RETURN_TRUSTED_TYPE: true,
      }) as unknown as string,
    [text],
  );
  return <div className={styles.markdown} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
