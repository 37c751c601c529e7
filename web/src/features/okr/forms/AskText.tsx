import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { SmallForm } from './SmallForm';

type Props = {
  label: string;
  send: string;
  work: (text: string) => Promise<unknown>;
  onDone: () => void;
};

/** Asks for a few words and does something with them. */
export function AskText({ label, send, work, onDone }: Props) {
  const [text, setText] = useState('');
  return (
    <SmallForm send={send} work={() => work(text)} onDone={onDone}>
      {() => (
        <Textarea
          label={label}
          autosize
          minRows={1}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
    </SmallForm>
  );
}
