import { Button, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reservation } from '../../../../contract/booking/reservation.ts';
import { userDashboard } from '../../../../contract/booking/user-dashboard.ts';
import { queryOf } from '../../lib/query.ts';
import { Empty } from '../../ui/empty.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AskForTheirs } from './ask-for-theirs.tsx';
import { MakeWish } from './make-trade-wish.tsx';
import { useSayTraded } from './traded-reservation.tsx';

type AskTradeProps = { mine: string | undefined; onDone: () => void };

/** Asks for a trade: mine first, then theirs, or whatever would fit. */
export function AskTrade({ mine, onDone }: AskTradeProps) {
  const dashboard = useQuery(queryOf(userDashboard, {}));
  return (
    <QueryView query={dashboard}>
      {({ upcoming_reservations }) => {
        const tradable = upcoming_reservations.filter(
          ({ status, editable }) => status === 'CONFIRMED' && editable,
        );
        return tradable.length > 0 ? (
          <PickMine tradable={tradable} mine={mine} onDone={onDone} />
        ) : (
          <NothingOfMine />
        );
      }}
    </QueryView>
  );
}

function NothingOfMine() {
  const { t } = useTranslation('trades');
  return (
    <Empty
      icon={IconCalendarPlus}
      title={t('ask.nothing')}
      action={
        <Button component={Link} to="/booking/calendar" variant="default">
          {t('ask.find')}
        </Button>
      }
    >
      {t('ask.nothingWhy')}
    </Empty>
  );
}

type PickMineProps = AskTradeProps & { tradable: readonly Reservation[] };

function PickMine({ tradable, mine, onDone }: PickMineProps) {
  const { t } = useTranslation('trades');
  const say = useSayTraded();
  const [id, setId] = useState(
    () => (tradable.find((one) => one.id === mine) ?? tradable[0])?.id ?? '',
  );
  const [way, setWay] = useState('theirs');
  const chosen = tradable.find((one) => one.id === id);
  return (
    <Stack>
      <Select
        label={t('ask.mine')}
        allowDeselect={false}
        data={tradable.map((one) => ({ value: one.id, label: say(one) }))}
        value={id}
        onChange={(picked) => setId(picked ?? '')}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('ask.way')}
        value={way}
        onChange={setWay}
        data={[
          { value: 'theirs', label: t('ask.theirs') },
          { value: 'wish', label: t('ask.wish') },
        ]}
      />
      {chosen && way === 'theirs' ? (
        <AskForTheirs key={chosen.id} mine={chosen} onDone={onDone} />
      ) : null}
      {chosen && way === 'wish' ? (
        <>
          <Text size="sm" c="dimmed">
            {t('ask.wishWhat')}
          </Text>
          <MakeWish mine={chosen} onDone={onDone} />
        </>
      ) : null}
    </Stack>
  );
}
