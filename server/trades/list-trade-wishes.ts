import { sql } from 'kysely';
import { listTradeWishes as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { presentWishes } from './present-wish.ts';
import { selectWishes } from './wish-store.ts';

/** Someone's own wishes, newest first, as many as they may look back at. */
export const listTradeWishes = query(route, async (view) => {
  const wishes = await selectWishes(view)
    .where('wish.person_id', '=', view.by.personId)
    .orderBy('wish.created_at', 'desc')
    .orderBy('wish.id', 'desc')
    .limit(sql.lit(100))
    .execute();
  return presentWishes(view, wishes);
});
