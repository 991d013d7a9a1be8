import { Badge } from '@mantine/core';

const colors: Record<string, string> = { sent: 'green', failed: 'red', bounced: 'red' };

/** Where a message is on its way. */
export function DeliveryBadge({ status }: { status: string }) {
  return (
    <Badge size="sm" variant="light" color={colors[status] ?? 'gray'} tt="none">
      {status}
    </Badge>
  );
}
