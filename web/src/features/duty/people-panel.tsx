import { Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matches } from './grid-person.ts';
import { NameRow } from './name-row.tsx';
import classes from './people-panel.module.css';
import { useTheBoard } from './use-board.ts';

/**
 * Everyone who can be put on, to drag into the grid; or to hold with a click and put on with the
 * next ones. Each says how they stand to the selected cells.
 */
export function PeoplePanel() {
  const { t } = useTranslation('duty');
  const board = useTheBoard();
  const [typed, setTyped] = useState('');
  const shown = board.people.filter(({ name }) => matches(name, typed));
  return (
    <aside className={classes.panel} aria-label={t('people')}>
      <TextInput
        size="xs"
        aria-label={t('findPeople')}
        placeholder={t('findPeople')}
        leftSection={<IconSearch size={14} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ul className={classes.people}>
        {shown.map((person) => (
          <li key={person.person}>
            <UnstyledButton
              className={classes.person ?? ''}
              draggable
              aria-pressed={board.held?.person === person.person}
              onClick={() =>
                board.hold(board.held?.person === person.person ? undefined : person.person)
              }
              onDragStart={(event: React.DragEvent) => {
                event.dataTransfer.setData('text/plain', person.name);
                event.dataTransfer.effectAllowed = 'copyMove';
                board.carry({ person: person.person });
              }}
              onDragEnd={() => {
                board.carry(undefined);
                board.setNotice(undefined);
              }}
            >
              <NameRow person={person} cells={board.cells} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Hints />
    </aside>
  );
}

function Hints() {
  const { t } = useTranslation('duty');
  return (
    <Text component="p" size="xs" c="dimmed" className={classes.hints ?? ''}>
      {t('hintDrag')}
      <br />
      {t('hintKeys')}
    </Text>
  );
}
