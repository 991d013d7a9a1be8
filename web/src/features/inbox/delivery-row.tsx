import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../../contract/inbox/delivery.ts';
import { showInstant } from '../../lib/format.ts';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { DeliveryBadge } from '../../ui/delivery-badge.tsx';
import classes from './delivery-row.module.css';
import { useDeliveryFilter } from './use-delivery-filter.ts';

/** One message on its way: to whom, what, by which way, and why it failed if it did. */
export function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('inbox');
  const { filter } = useDeliveryFilter();
  const isOver = delivery.status === 'failed' || delivery.status === 'bounced';
  return (
    <Link
      to="/deliveries"
      search={{ ...filter, delivery: delivery.id }}
      className={classes.row}
      resetScroll={false}
    >
      <div className={classes.what}>
        <Text fw={550} truncate>
          {delivery.person.name}
        </Text>
        <Text size="sm" c="dimmed" lineClamp={2}>
          <bdi>{delivery.subject}</bdi>
        </Text>
        {delivery.failure ? (
          <Text size="sm" className={classes.failure ?? ''} data-again={isOver ? undefined : true}>
            {isOver
              ? delivery.failure.detail
              : t('triedAgainAfter', { reason: delivery.failure.detail })}
          </Text>
        ) : null}
      </div>
      <div className={classes.how}>
        <DeliveryBadge status={delivery.status} />
        <ChannelMark channel={delivery.channel} />
        <Text size="xs" c="dimmed" className={classes.when ?? ''}>
          {showInstant(delivery.created_at)}
        </Text>
      </div>
    </Link>
  );
}
