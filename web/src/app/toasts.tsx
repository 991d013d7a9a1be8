import { Notifications } from '@mantine/notifications';
import { usePhone } from '../ui/use-phone.ts';

/** Where short messages come up: away from the thumb's navigation and from a page's title. */
export function Toasts() {
  return <Notifications position={usePhone() ? 'top-center' : 'bottom-right'} limit={3} />;
}
