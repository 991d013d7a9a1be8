import { Stack, Text, Title } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listOffers } from '../../../../contract/offers/list-offers.ts';
import type { Offer } from '../../../../contract/offers/offer.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';
import { OfferRow } from './offer-row.tsx';
import { OfferShift } from './offer-shift.tsx';

/** Shifts that may change hands: what I can answer, what waits, what became of the others. */
export function OffersPage() {
  const { t } = useTranslation('offers');
  const me = useMe().id;
  const offers = useQuery(queryOf(listOffers, { query: { limit: 100 } }));
  const { offer: shift } = useSearch({ strict: false });
  const navigate = useNavigate();
  const close = () => void navigate({ to: '/offers', search: {} });
  return (
    <Page title={t('title')} description={t('description')} narrow>
      <QueryView query={offers}>
        {(found) =>
          found.length === 0 ? (
            <Empty icon={IconArrowsExchange} title={t('nothingOnOffer')}>
              {t('openAndOffer')}
            </Empty>
          ) : (
            <Stack gap="xl">
              {groupsOf(found, me).map(({ group, offers: some }) => (
                <section key={group} aria-label={t(`group.${group}`)}>
                  <Title order={2} mb="sm">
                    {t(`group.${group}`)}{' '}
                    <Text span c="dimmed" fw={400}>
                      {some.length}
                    </Text>
                  </Title>
                  <Surface rows>
                    {some.map((one) => (
                      <OfferRow key={one.id} offer={one} />
                    ))}
                  </Surface>
                </section>
              ))}
            </Stack>
          )
        }
      </QueryView>
      <Sheet title={t('offerAShift')} opened={!!shift} onClose={close}>
        {shift ? <OfferShift id={shift} onDone={close} /> : null}
      </Sheet>
    </Page>
  );
}

function groupsOf(offers: readonly Offer[], me: string) {
  const groupOf = ({ state, offered_by }: Offer) => {
    if (state === 'TAKEN') return 'waiting';
    if (state !== 'OPEN') return 'over';
    return offered_by === me ? 'yours' : 'onOffer';
  };
  const groups = Map.groupBy(offers, groupOf);
  return (['onOffer', 'waiting', 'yours', 'over'] as const).flatMap((group) => {
    const some = groups.get(group);
    return some ? [{ group, offers: some }] : [];
  });
}
