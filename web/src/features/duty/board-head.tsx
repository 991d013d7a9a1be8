import { ActionIcon, Button, Group, Title, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconLockOpen,
  IconSparkles,
  IconUserPlus,
  IconX,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDates } from '../../lib/format.ts';
import { Pill } from '../../ui/pill.tsx';
import classes from './board.module.css';
import { RosterMenu } from './roster-menu.tsx';
import { SelectedCell } from './selected-cell.tsx';
import { StoodOn } from './stood-on.tsx';
import { useTheBoard } from './use-board.ts';

/** The line above the grid: which roster, what is selected, and what can be done with it. */
export function BoardHead() {
  const { t } = useTranslation('duty');
  const { grid, selection, held } = useTheBoard();
  const { roster, can } = grid;
  return (
    <header className={classes.head}>
      <Tooltip label={t('rosters')}>
        <ActionIcon
          aria-label={t('backToRosters')}
          renderRoot={(props) => <Link {...props} to="/duty/rosters" />}
        >
          <IconArrowLeft size={18} className="flips" />
        </ActionIcon>
      </Tooltip>
      <Title order={1} className={classes.title ?? ''}>
        {roster.name}
      </Title>
      {selection.isMany ? (
        <SelectionTools />
      ) : held ? (
        <HeldTools name={held.name} />
      ) : (
        <div className={classes.facts}>
          <span>{showDates(roster.start_date, roster.end_date)}</span>
          <Pill tone={grid.free > 0 ? 'warn' : 'good'}>{t('free', { count: grid.free })}</Pill>
          <SelectedCell />
        </div>
      )}
      {grid.as_of ? <StoodOn asOf={grid.as_of} /> : can.assign ? <BoardTools /> : null}
      <RosterMenu grid={grid} />
    </header>
  );
}

function BoardTools() {
  const { t } = useTranslation('duty');
  const { undo, proposal, grid } = useTheBoard();
  return (
    <Group gap={4} wrap="nowrap">
      <Tooltip label={t('undo')}>
        <ActionIcon aria-label={t('undo')} disabled={!undo.canUndo} onClick={undo.undo}>
          <IconArrowBackUp size={18} className="flips" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('redo')}>
        <ActionIcon aria-label={t('redo')} disabled={!undo.canRedo} onClick={undo.redo}>
          <IconArrowForwardUp size={18} className="flips" />
        </ActionIcon>
      </Tooltip>
      {grid.free > 0 && !proposal.left ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconSparkles size={16} />}
          loading={proposal.isPending}
          onClick={proposal.propose}
        >
          {t('propose')}
        </Button>
      ) : null}
    </Group>
  );
}

/** What can be done with several cells at once. */
function SelectionTools() {
  const { t } = useTranslation('duty');
  const board = useTheBoard();
  const { cells, grid } = board;
  const free = cells.reduce(
    (sum, one) => sum + Math.max(0, one.people - one.assignments.length),
    0,
  );
  const taken = cells.reduce((sum, one) => sum + one.assignments.length, 0);
  return (
    <div className={classes.bar}>
      <span className={classes.said} role="status">
        {t('selected', { count: cells.length })} · {t('free', { count: free })}
      </span>
      {grid.can.assign && free > 0 ? (
        <Button
          size="xs"
          leftSection={<IconUserPlus size={16} />}
          // The focus must stay in the grid, where the names are typed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => board.setEditing({ typed: '' })}
        >
          {t('putSomeone')}
        </Button>
      ) : null}
      {grid.can.unlock && taken > 0 ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLockOpen size={16} />}
          onClick={board.unlock}
        >
          {t('unlock', { count: taken })}
        </Button>
      ) : null}
      <ActionIcon size="md" aria-label={t('clearSelection')} onClick={board.selection.clear}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}

function HeldTools({ name }: { name: string }) {
  const { t } = useTranslation('duty');
  const { hold } = useTheBoard();
  return (
    <div className={classes.bar}>
      <span className={classes.said} role="status">
        {t('holding', { name })}
      </span>
      <ActionIcon size="md" aria-label={t('letGo')} onClick={() => hold(undefined)}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}
