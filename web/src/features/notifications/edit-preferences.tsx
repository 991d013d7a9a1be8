import { Box, Stack, Switch, Text, Title, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { editPreferences } from '../../../../contract/notifications/edit-preferences.ts';
import { type Channel, channels } from '../../../../contract/notifications/notification-kinds.ts';
import type { Preferences } from '../../../../contract/notifications/preferences.ts';
import { readPreferences } from '../../../../contract/notifications/read-preferences.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyProblem } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './edit-preferences.module.css';
import { QuietHours } from './set-quiet-hours.tsx';

/** On which channels I am told of what, and when not. */
export function PreferencesPage() {
  const { t } = useTranslation('notifications');
  const preferences = useQuery(queryOf(readPreferences, {}));
  return (
    <Page
      title={t('notificationPreferences')}
      back={{ to: '/notifications', label: t('notifications') }}
      narrow
    >
      <QueryView query={preferences}>
        {(found) => (
          <Stack gap="xl">
            <section aria-labelledby="quiet-hours">
              <Title order={2} id="quiet-hours">
                {t('quietHours')}
              </Title>
              <QuietHours preferences={found} key={JSON.stringify(found.quiet_hours)} />
            </section>
            <section aria-labelledby="kinds">
              <Title order={2} id="kinds">
                {t('whatAndHow')}
              </Title>
              <Text c="dimmed" size="sm" mb="sm">
                {found.phone_number
                  ? t('toMyNumber', { phone_number: found.phone_number })
                  : t('numberFirst')}
              </Text>
              <Kinds preferences={found} />
            </section>
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

function Kinds({ preferences }: { preferences: Preferences }) {
  const { t } = useTranslation('notifications');
  return (
    <Surface rows>
      <div className={classes.head} aria-hidden>
        <span />
        {channels.map((channel) => (
          <Text key={channel} size="xs" c="dimmed" fw={550}>
            {t(`channel.${channel}`)}
          </Text>
        ))}
      </div>
      {preferences.kinds.map((kind) => (
        <Box
          key={kind.kind}
          className={classes.kind ?? ''}
          role="group"
          aria-label={t(`kind.${kind.kind}`)}
        >
          <div className={classes.what}>
            <Text fw={500}>{t(`kind.${kind.kind}`)}</Text>
            {kind.urgent ? (
              <Text size="xs" c="dimmed">
                {t('alsoInQuietHours')}
              </Text>
            ) : null}
          </div>
          {channels.map((channel) => (
            <Choice key={channel} of={kind} channel={channel} preferences={preferences} />
          ))}
        </Box>
      ))}
    </Surface>
  );
}

type ChoiceProps = {
  of: Preferences['kinds'][number];
  channel: Channel;
  preferences: Preferences;
};

function Choice({ of: { kind, fixed, channels: chosen }, channel, preferences }: ChoiceProps) {
  const { t } = useTranslation('notifications');
  const action = useAction(editPreferences, { refresh: ['notifications'], onError: notifyProblem });
  const byPhone = channel === 'sms' || channel === 'whatsapp';
  if (fixed && !byPhone) {
    return (
      <Text size="sm" c="dimmed" className={classes.choice ?? ''}>
        <Trans
          t={t}
          i18nKey="always"
          values={{ channel: t(`channel.${channel}`) }}
          components={{ hidden: <VisuallyHidden /> }}
        />
        <span className={classes.label} aria-hidden>
          {t(`channel.${channel}`)}
        </span>
      </Text>
    );
  }
  const pending = action.isPending ? action.variables.body.chosen : undefined;
  return (
    <div className={classes.choice}>
      <Switch
        aria-label={t(`channel.${channel}`)}
        checked={pending ?? chosen[channel]}
        disabled={byPhone && !preferences.phone_number}
        onChange={(event) =>
          action.mutate({ body: { kind, channel, chosen: event.currentTarget.checked } })
        }
      />
      <Text size="xs" c="dimmed" className={classes.label ?? ''} aria-hidden>
        {t(`channel.${channel}`)}
      </Text>
    </div>
  );
}
