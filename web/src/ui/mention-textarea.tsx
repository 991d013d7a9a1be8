import { Combobox, Textarea, type TextareaProps, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listMentionable } from '../../../contract/mentions/list-mentionable.ts';
import { queryOf } from '../lib/query.ts';

type MentionTextareaProps = Omit<TextareaProps, 'value' | 'onChange'> & {
  value: string;
  onChange: (text: string) => void;
};

// An @ that begins a word, and what was typed of a name since.
const begun = /(?<![\p{L}\p{M}\p{N}_.+-])@([\p{L}\p{M}\p{N}_.' -]{1,60})$/u;

/** Running text in which `@` offers the people whom it can call. */
export function MentionTextarea({ value, onChange, ...props }: MentionTextareaProps) {
  const { t } = useTranslation('ui');
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const combobox = useCombobox();
  const before = value.slice(0, caret);
  const typed = begun.exec(before)?.[1] ?? '';
  const [asked] = useDebouncedValue(typed, 150);
  const found = useQuery({
    ...queryOf(listMentionable, { query: { typed: asked.trim() } }),
    enabled: asked.trim() !== '',
  }).data;
  const people = typed !== '' && found ? found : [];
  // What is written out already needs no completing.
  const open = people.some(({ insert }) => !before.endsWith(insert));

  useEffect(() => {
    if (open) combobox.openDropdown();
    else combobox.closeDropdown();
    if (open) combobox.selectFirstOption();
  }, [open, combobox.openDropdown, combobox.closeDropdown, combobox.selectFirstOption]);

  const choose = (insert: string) => {
    const start = before.length - typed.length - 1;
    const text = `${value.slice(0, start)}${insert} `;
    onChange(text + value.slice(caret).trimStart());
    setCaret(text.length);
    setTimeout(() => {
      field.current?.focus();
      field.current?.setSelectionRange(text.length, text.length);
    });
  };
  const follow = (event: { currentTarget: HTMLTextAreaElement }) =>
    setCaret(event.currentTarget.selectionStart);

  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="bottom-start">
      <Combobox.DropdownTarget>
        <Combobox.EventsTarget autoComplete="off">
          <Textarea
            {...props}
            ref={field}
            value={value}
            onChange={(event) => {
              onChange(event.currentTarget.value);
              follow(event);
            }}
            onSelect={follow}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.EventsTarget>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={!open}>
        <Combobox.Options aria-label={t('people')}>
          {people.map(({ id, full_name, insert }) => (
            <Combobox.Option key={id} value={insert}>
              {full_name}
              {insert === `@${full_name}` ? '' : ` (${insert})`}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
