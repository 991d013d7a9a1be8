import { Combobox, Text, useCombobox } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announce.tsx';
import classes from './cell-editor.module.css';
import { type Choice, choicesFor } from './grid-person.ts';
import { placeAfter, placeBeside } from './grid-place.ts';
import { NameRow } from './name-row.tsx';
import { type Board, useTheBoard } from './use-board.ts';
import { useSayStanding } from './use-say-standing.ts';

const shownMax = 50;

/** Names as one types, in the cell itself; each says before it is chosen what would stand in its way. */
export function CellEditor() {
  const { t } = useTranslation('duty');
  const board = useTheBoard();
  const [typed, setTyped] = useState(board.editing?.typed ?? '');
  const combobox = useCombobox({ opened: true });
  const field = useRef<HTMLInputElement>(null);
  const choices = choicesFor(board.people, board.cells, typed).slice(0, shownMax);
  const { refused, setRefused, choose } = useChoosing(board, choices);

  useEffect(() => field.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first is chosen anew for what is typed
  useEffect(() => {
    // Just opened, the list is drawn in the next frame.
    const frame = requestAnimationFrame(() => combobox.selectFirstOption());
    return () => cancelAnimationFrame(frame);
  }, [typed]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') board.setEditing(undefined);
    const [first] = choices;
    if (event.key === 'Enter' && combobox.getSelectedOptionIndex() < 0 && first) {
      event.preventDefault();
      choose(first.person.person);
    }
    if (event.key !== 'Tab') return;
    const chosen = choices[combobox.getSelectedOptionIndex()];
    if (!chosen || typed === '') return board.setEditing(undefined);
    event.preventDefault();
    choose(chosen.person.person, event.shiftKey ? goBack : goOn);
  };

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => choose(id)}
      position="bottom-start"
      width={340}
      offset={4}
      shadow="md"
    >
      <Combobox.Target>
        <input
          ref={field}
          data-editor
          className={classes.field}
          aria-label={
            board.selection.isMany ? t('whoMany', { count: board.cells.length }) : t('who')
          }
          placeholder={t('typeName')}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setRefused(undefined);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => board.setEditing(undefined)}
        />
      </Combobox.Target>
      <Combobox.Dropdown data-editor className={classes.dropdown ?? ''}>
        {refused ? (
          <Text size="sm" role="alert" className={classes.refused ?? ''}>
            {refused}
          </Text>
        ) : null}
        <Choices choices={choices} board={board} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Puts the chosen one on, or says why they can't be. */
function useChoosing(board: Board, choices: readonly Choice[]) {
  const sayStanding = useSayStanding();
  const [refused, setRefused] = useState<string>();
  const choose = (id: string, then: (board: Board) => void = goDown) => {
    const choice = choices.find(({ person }) => person.person === id);
    if (!choice) return;
    if (mayChoose(board, choice)) {
      board.setEditing(undefined);
      board.give(choice.person, board.cells);
      return then(board);
    }
    const { sentence } = sayStanding(choice.person, board.cells);
    setRefused(`${choice.person.name}: ${sentence}`);
    announce(sentence);
  };
  return { refused, setRefused, choose };
}

function Choices({ choices, board }: { choices: readonly Choice[]; board: Board }) {
  const { t } = useTranslation('duty');
  return (
    <Combobox.Options mah={320} className={classes.options ?? ''} aria-label={t('people')}>
      {choices.length === 0 ? <Combobox.Empty>{t('nobodyFound')}</Combobox.Empty> : null}
      {choices.map(({ person }) => (
        <Combobox.Option key={person.person} value={person.person} className={classes.option ?? ''}>
          <NameRow person={person} cells={board.cells} />
        </Combobox.Option>
      ))}
    </Combobox.Options>
  );
}

/** Who is free for one of the cells; or for a single taken one, in place of who has it. */
function mayChoose({ cells }: Board, { free, standing }: Choice): boolean {
  return free > 0 || (cells.length === 1 && standing.is === 'full' && cells[0]?.people === 1);
}

// Of several, the selection stays, so that the same can be done with it again or undone.
function goDown({ selection, size }: Board): void {
  const next = placeAfter('ArrowDown', selection.cursor, size, false);
  if (next && !selection.isMany) selection.go(next);
}

function goOn({ selection, size }: Board): void {
  const next = placeBeside(selection.cursor, size, 1);
  if (next && !selection.isMany) selection.go(next);
}

function goBack({ selection, size }: Board): void {
  const next = placeBeside(selection.cursor, size, -1);
  if (next && !selection.isMany) selection.go(next);
}
