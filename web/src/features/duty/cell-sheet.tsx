import { Button, Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconLockOpen, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDate, showInstant } from '../../lib/format.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './cell-sheet.module.css';
import { timeOf } from './day-cell.tsx';
import { choicesFor, type DatedCell } from './grid-person.ts';
import { NameRow } from './name-row.tsx';
import { useTheBoard } from './use-board.ts';

type CellSheetProps = { cell: DatedCell; onClose: () => void };

/** A duty on a date, opened on a phone: who has it, and everyone who could. */
export function CellSheet({ cell, onClose }: CellSheetProps) {
  const { dutyName, grid } = useTheBoard();
  const isOpen = grid.can.assign && !cell.why_not && cell.assignments.length < cell.people;
  return (
    <Sheet title={`${dutyName(cell.duty_type)}, ${showDate(cell.date)}`} opened onClose={onClose}>
      <Stack>
        <Text size="sm" c="dimmed">
          {timeOf(cell)}
          {cell.why_not ? cell.why_not.detail : ''}
        </Text>
        <WhoHasIt cell={cell} onClose={onClose} />
        {isOpen ? <WhoCould cell={cell} onClose={onClose} /> : null}
      </Stack>
    </Sheet>
  );
}

function WhoHasIt({ cell, onClose }: CellSheetProps) {
  const { t } = useTranslation('duty');
  const { grid, setUnlocking } = useTheBoard();
  if (cell.assignments.length === 0) return null;
  return (
    <Surface rows>
      {cell.assignments.map((one) => (
        <Group key={one.id} px="md" py="sm" justify="space-between" wrap="nowrap">
          <div>
            <Text fw={550}>{one.person_name}</Text>
            {one.assigned_by_name ? (
              <Text size="xs" c="dimmed">
                {t('putByWhen', {
                  by: one.assigned_by_name,
                  when: showInstant(one.assigned_at, grid.time_zone),
                })}
              </Text>
            ) : null}
          </div>
          {one.can.unlock ? (
            <Button
              variant="default"
              leftSection={<IconLockOpen size={16} />}
              onClick={() => {
                onClose();
                setUnlocking([one]);
              }}
            >
              {t('unlock', { count: 1 })}
            </Button>
          ) : null}
        </Group>
      ))}
    </Surface>
  );
}

function WhoCould({ cell, onClose }: CellSheetProps) {
  const { t } = useTranslation('duty');
  const { people, give } = useTheBoard();
  const [typed, setTyped] = useState('');
  const choices = choicesFor(people, [cell], typed);
  return (
    <>
      <TextInput
        aria-label={t('findPeople')}
        placeholder={t('findPeople')}
        leftSection={<IconSearch size={16} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={classes.people}>
        {choices.length === 0 ? <Text c="dimmed">{t('nobodyFound')}</Text> : null}
        {choices.map(({ person, free }) => (
          <UnstyledButton
            key={person.person}
            className={classes.person ?? ''}
            aria-disabled={free === 0}
            onClick={() => {
              if (free === 0) return;
              onClose();
              give(person, [cell]);
            }}
          >
            <NameRow person={person} cells={[cell]} />
          </UnstyledButton>
        ))}
      </div>
    </>
  );
}
