import { checkDuty as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { problemOf } from './assign-many.ts';
import { problemsOf } from './cells.ts';
import { readBoard } from './read-board.ts';

/** What assigning someone would be refused for, all of it, before it is tried. */
export const checkDuty = query(route, async (view, { query }) => {
  const { board } = await readBoard(view, query, [query.person]);
  const problems = problemsOf(board, query).map(problemOf);
  return { free: problems.length === 0, problems };
});
