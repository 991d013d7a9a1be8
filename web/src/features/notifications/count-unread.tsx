import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/sheet.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import classes from './count-unread.module.css';
import { useUnread } from './use-unread.ts';

const NotificationDrawer = lazy(async () => ({
  default: (await import('./list-notifications.tsx')).NotificationDrawer,
}));

/** The bell with its live count: a drawer beside the page on a desk, the page itself on a phone. */
export function Bell() {
  const { t } = useTranslation('notifications');
  const phone = usePhone();
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  if (phone) {
    return (
      <Link to="/notifications" className={classes.bell}>
        <Ringing />
      </Link>
    );
  }
  return (
    <>
      <UnstyledButton
        className={classes.bell}
        onClick={() => setOpened(true)}
        aria-haspopup="dialog"
      >
        <Ringing />
      </UnstyledButton>
      <Sheet title={t('notifications')} opened={opened} onClose={close} aside>
        <Suspense>{opened ? <NotificationDrawer onLeave={close} /> : null}</Suspense>
      </Sheet>
    </>
  );
}

function Ringing() {
  const { t } = useTranslation('notifications');
  const unread = useUnread();
  return (
    <>
      <IconBell size={20} stroke={1.75} aria-hidden />
      <VisuallyHidden>
        {unread > 0 ? t('withUnread', { count: unread }) : t('notifications')}
      </VisuallyHidden>
      {unread > 0 ? (
        <span className={classes.count} aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      ) : null}
    </>
  );
}
