import { useRef } from 'react';
import type { Words } from './edit-template.tsx';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Fields of a text each, and what puts a variable where the cursor last stood in one of them. */
export function useInsert(words: Words, setWords: (words: Words) => void) {
  const last = useRef<{ part: keyof Words; field: Field } | undefined>(undefined);
  const fields = (part: keyof Words) => ({
    value: words[part],
    onChange: (event: React.ChangeEvent<Field>) =>
      setWords({ ...words, [part]: event.currentTarget.value }),
    onFocus: (event: React.FocusEvent<Field>) => {
      last.current = { part, field: event.currentTarget };
    },
  });
  const insert = (variable: string) => {
    const { part, field } = last.current ?? { part: 'body' as const, field: null };
    const text = words[part];
    const start = field?.selectionStart ?? text.length;
    const end = field?.selectionEnd ?? text.length;
    setWords({ ...words, [part]: `${text.slice(0, start)}{{${variable}}}${text.slice(end)}` });
    const after = start + variable.length + 4;
    setTimeout(() => {
      field?.focus();
      field?.setSelectionRange(after, after);
    });
  };
  return { fields, insert };
}
