/** What proves a value: a link where it is one. */
export function Evidence({ text }: { text: string }) {
  if (!/^https?:\/\/\S+$/.test(text)) return <span dir="auto">{text}</span>;
  return (
    <a href={text} rel="noreferrer noopener" target="_blank">
      {text}
    </a>
  );
}
