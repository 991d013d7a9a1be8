import { Text } from '@mantine/core';
import type { Cost } from '../../../../contract/booking/reservation.ts';
import { showMoney } from '../../lib/format.ts';

/** What it costs, where it costs something. */
export function CostText({ cost }: { cost: Cost | null }) {
  if (!cost) return null;
  return (
    <Text component="span" size="sm" c="dimmed">
      {showMoney(cost.amount, cost.currency)}
    </Text>
  );
}
