import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTopic } from '../../lib/topics.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import { RosterBoard } from './roster-board.tsx';
import { RosterDays } from './roster-days.tsx';
import { gridQuery } from './use-board.ts';

/** A roster: on a desk its grid, on a phone its days. */
export function RosterPage() {
  const { id = '' } = useParams({ strict: false });
  const { as_of } = useSearch({ strict: false });
  const phone = usePhone();
  useTopic(`roster:${id}`);
  const grid = useQuery(gridQuery(id, as_of));
  return (
    <QueryView query={grid}>
      {(found) => {
        const View = phone ? RosterDays : RosterBoard;
        return <View key={`${id} ${as_of}`} grid={found} />;
      }}
    </QueryView>
  );
}
