import { Button, Stack } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listDeliveries } from '../../../../contract/inbox/list-deliveries.ts';
import { pagesOf } from '../../lib/query.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { LoadError, RowsLoading } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';
import { DeliveryFilters } from './delivery-filters.tsx';
import { DeliveryRow } from './delivery-row.tsx';
import { ReadDelivery } from './read-delivery.tsx';
import { useDeliveryFilter } from './use-delivery-filter.ts';

// What fails comes by the socket at once; that a message went out or arrived does not.
const lookAgainMs = 5_000;

/** What reaches whom: what waits, what arrived, what did not and why. */
export function DeliveriesPage() {
  const { t } = useTranslation('inbox');
  const { filter, isFiltered } = useDeliveryFilter();
  const { delivery } = useSearch({ strict: false });
  const navigate = useNavigate();
  const close = () => void navigate({ to: '/deliveries', search: filter });
  return (
    <Page title={t('deliveries')} description={t('deliveriesHint')}>
      <Stack>
        <DeliveryFilters />
        <Deliveries isFiltered={isFiltered} />
      </Stack>
      <Sheet title={t('delivery')} aside opened={delivery !== undefined} onClose={close}>
        {delivery ? <ReadDelivery key={delivery} id={delivery} /> : null}
      </Sheet>
    </Page>
  );
}

function Deliveries({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation(['inbox', 'ui']);
  const { filter } = useDeliveryFilter();
  const pages = useInfiniteQuery({
    ...pagesOf(listDeliveries, { query: { limit: 50, ...filter } }),
    refetchInterval: lookAgainMs,
  });
  if (!pages.data) {
    if (pages.isError) return <LoadError error={pages.error} onRetry={() => pages.refetch()} />;
    return <RowsLoading />;
  }
  const found = pages.data.pages.flatMap((page) => page.items);
  if (found.length === 0) {
    return (
      <Empty icon={IconSend} title={isFiltered ? t('noneLikeThat') : t('nothingWentOutYet')}>
        {isFiltered ? t('chooseAnotherStateWay') : t('nothingWentOutHint')}
      </Empty>
    );
  }
  return (
    <>
      <Surface rows>
        {found.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} />
        ))}
      </Surface>
      {pages.hasNextPage ? (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('ui:showMore')}
        </Button>
      ) : null}
    </>
  );
}
