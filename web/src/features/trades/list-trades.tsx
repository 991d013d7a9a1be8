import { Button, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconRepeat } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listTradeCycles } from '../../../../contract/trades/list-trade-cycles.ts';
import { listTradeWishes } from '../../../../contract/trades/list-trade-wishes.ts';
import { listTrades } from '../../../../contract/trades/list-trades.ts';
import { queryOf } from '../../lib/query.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';
import { AskTrade } from './ask-trade.tsx';
import { CycleRow } from './cycle-row.tsx';
import { groupsOf, type Traded } from './groups-of.ts';
import { TradeRow } from './trade-row.tsx';
import { WishRow } from './wish-row.tsx';

/** Reservations that may change hands: what I answer, what waits, what became of the others. */
export function TradesPage() {
  const { t } = useTranslation('trades');
  const trades = useQuery(queryOf(listTrades, { query: { limit: 100 } }));
  const cycles = useQuery(queryOf(listTradeCycles, { query: { limit: 100 } }));
  const wishes = useQuery(queryOf(listTradeWishes, {}));
  const { mine } = useSearch({ strict: false });
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const close = () => {
    setAsking(false);
    void navigate({ to: '/booking/trades', search: {} });
  };
  return (
    <Page
      title={t('title')}
      description={t('description')}
      narrow
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setAsking(true)}>
          {t('ask.open')}
        </Button>
      }
    >
      <QueryView query={trades}>
        {(found) => (
          <QueryView query={cycles}>
            {(rings) => (
              <QueryView query={wishes}>
                {(wished) => <Groups groups={groupsOf(found, rings, wished)} />}
              </QueryView>
            )}
          </QueryView>
        )}
      </QueryView>
      <Sheet title={t('ask.title')} opened={asking || !!mine} onClose={close}>
        {asking || mine ? <AskTrade mine={mine} onDone={close} /> : null}
      </Sheet>
    </Page>
  );
}

function Groups({ groups }: { groups: ReturnType<typeof groupsOf> }) {
  const { t } = useTranslation('trades');
  if (groups.length === 0) {
    return (
      <Empty icon={IconRepeat} title={t('none')}>
        {t('noneWhy')}
      </Empty>
    );
  }
  return (
    <Stack gap="xl">
      {groups.map(({ name, some }) => (
        <section key={name} aria-label={t(`group.${name}`)}>
          <Title order={2} mb="sm">
            {t(`group.${name}`)}{' '}
            <Text span c="dimmed" fw={400}>
              {some.length}
            </Text>
          </Title>
          <Surface rows>
            {some.map((one) => (
              <Row key={one.of.id} traded={one} />
            ))}
          </Surface>
        </section>
      ))}
    </Stack>
  );
}

function Row({ traded }: { traded: Traded }) {
  if (traded.kind === 'trade') return <TradeRow trade={traded.of} />;
  if (traded.kind === 'cycle') return <CycleRow cycle={traded.of} />;
  return <WishRow wish={traded.of} />;
}
