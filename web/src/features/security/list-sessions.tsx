import { Group, Text } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../contract/platform/route.ts';
import { listSessions } from '../../../../contract/security/list-sessions.ts';
import { showMoment } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { Pill } from '../../ui/pill.tsx';
import { QueryView, RowsLoading } from '../../ui/query-view.tsx';
import { deviceName } from './device-name.ts';
import { EndSession } from './end-session.tsx';
import classes from './list-sessions.module.css';
import { LogoutAll } from './logout-all.tsx';
import { Section } from './section.tsx';

type Session = Answer<typeof listSessions>[number];

/** Where I am logged in; each can be ended from here. */
export function ListSessions() {
  const { t } = useTranslation('security');
  const sessions = useQuery(queryOf(listSessions, {}));
  const others = sessions.data?.filter(({ current }) => !current).length ?? 0;
  return (
    <Section
      title={t('whereYouAreLogged')}
      description={t('sessionsHint')}
      action={others > 0 ? <LogoutAll others={others} /> : null}
    >
      <QueryView query={sessions} loading={<RowsLoading rows={2} />}>
        {(found) => (
          <ul className={classes.rows}>
            {found.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        )}
      </QueryView>
    </Section>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation('security');
  const zone = useMe().organisation.time_zone;
  const phone = /iPhone|Android|Mobile/.test(session.user_agent);
  const Icon = phone ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <li className={classes.row}>
      <Icon size={22} stroke={1.5} aria-hidden className={classes.icon ?? ''} />
      <div className={classes.what}>
        <Group gap="xs">
          <Text fw={550}>{deviceName(session.user_agent)}</Text>
          {session.current ? <Pill tone="good">{t('thisOne')}</Pill> : null}
        </Group>
        <Text size="sm" c="dimmed">
          {t('lastSeen', { ...session, when: showMoment(session.used_at, zone) })}
        </Text>
      </div>
      {session.current ? null : <EndSession session={session} />}
    </li>
  );
}
