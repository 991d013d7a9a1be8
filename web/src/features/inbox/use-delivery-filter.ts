import { useNavigate, useSearch } from '@tanstack/react-router';
import {
  type Channel,
  type DeliveryStatus,
  deliveryStatuses,
} from '../../../../contract/inbox/delivery.ts';

export const channels: readonly Channel[] = ['email', 'sms', 'whatsapp'];

type Filter = {
  status: DeliveryStatus | undefined;
  channel: Channel | undefined;
  person: string | undefined;
};

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Which deliveries are shown. It lives in the address; what makes no sense there is left out. */
export function useDeliveryFilter() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const filter: Filter = {
    status: deliveryStatuses.find((status) => status === search.status),
    channel: channels.find((channel) => channel === search.channel),
    person: search.person && id.test(search.person) ? search.person : undefined,
  };
  return {
    filter,
    isFiltered: Object.values(filter).some((value) => value !== undefined),
    choose: (change: Partial<Filter>) =>
      void navigate({ to: '/deliveries', search: { ...filter, ...change }, replace: true }),
  };
}
