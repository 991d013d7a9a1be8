import { useTranslation } from 'react-i18next';
import type { Grid } from '../../../../contract/duty/grid.ts';
import classes from './board.module.css';
import { BoardHead } from './board-head.tsx';
import { DutyGrid } from './duty-grid.tsx';
import { MoveDuty } from './move-duty.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { ProposalPanel } from './proposal-panel.tsx';
import { UnlockDuties } from './unlock-duties.tsx';
import { type Board, BoardContext, useBoard } from './use-board.ts';

/** A roster at a desk: the whole window is its grid, with everyone beside it. */
export function RosterBoard({ grid }: { grid: Grid }) {
  const { t } = useTranslation('duty');
  const board = useBoard(grid);
  return (
    <BoardContext value={board}>
      <title>{t('pageTitle', { title: grid.roster.name })}</title>
      <div className={classes.board}>
        <BoardHead />
        <div className={classes.body}>
          <DutyGrid />
          <Beside board={board} />
        </div>
      </div>
      <Dialogs board={board} />
    </BoardContext>
  );
}

function Beside({ board: { grid, proposal } }: { board: Board }) {
  if (!grid.can.assign || grid.as_of) return null;
  return proposal.left || proposal.isEmpty ? <ProposalPanel /> : <PeoplePanel />;
}

/** What is asked before something locked changes. */
export function Dialogs({ board }: { board: Board }) {
  const { unlocking, moving, dutyName, done } = board;
  return (
    <>
      {unlocking.length > 0 ? (
        <UnlockDuties
          assignments={unlocking}
          onClose={() => board.setUnlocking([])}
          onDone={(ended) => done({ assigned: [], unlocked: ended.map(({ id }) => id) })}
        />
      ) : null}
      {moving ? (
        <MoveDuty
          move={moving}
          dutyName={dutyName}
          onClose={() => board.setMoving(undefined)}
          onDone={done}
        />
      ) : null}
    </>
  );
}
