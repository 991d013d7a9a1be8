import { Box, Stack, Switch, Text, Title, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
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

const names: Record<Channel, string> = {
  in_app: 'In the app',
  email: 'E-mail',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
};

/** On which channels I am told of what, and when not. */
export function PreferencesPage() {
  const preferences = useQuery(queryOf(readPreferences, {}));
  return (
    <Page
      title="Notification preferences"
      back={{ to: '/notifications', label: 'Notifications' }}
      narrow
    >
      <QueryView query={preferences}>
        {(found) => (
          <Stack gap="xl">
            <section aria-labelledby="quiet-hours">
              <Title order={2} id="quiet-hours">
                Quiet hours
              </Title>
              <QuietHours preferences={found} key={JSON.stringify(found.quiet_hours)} />
            </section>
            <section aria-labelledby="kinds">
              <Title order={2} id="kinds">
                What, and how
              </Title>
              <Text c="dimmed" size="sm" mb="sm">
                {found.phone_number
                  ? `SMS and WhatsApp go to ${found.phone_number}.`
                  : 'For SMS and WhatsApp, add a phone number to your account first.'}
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
  return (
    <Surface rows>
      <div className={classes.head} aria-hidden>
        <span />
        {channels.map((channel) => (
          <Text key={channel} size="xs" c="dimmed" fw={550}>
            {names[channel]}
          </Text>
        ))}
      </div>
      {preferences.kinds.map((kind) => (
        <Box key={kind.kind} className={classes.kind ?? ''} role="group" aria-label={kind.title}>
          <div className={classes.what}>
            <Text fw={500}>{kind.title}</Text>
            {kind.urgent ? (
              <Text size="xs" c="dimmed">
                Also in quiet hours
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
  const action = useAction(editPreferences, { refresh: ['notifications'], onError: notifyProblem });
  const byPhone = channel === 'sms' || channel === 'whatsapp';
  if (fixed && !byPhone) {
    return (
      <Text size="sm" c="dimmed" className={classes.choice ?? ''}>
        Always <VisuallyHidden>{names[channel]}</VisuallyHidden>
        <span className={classes.label} aria-hidden>
          {names[channel]}
        </span>
      </Text>
    );
  }
  const pending = action.isPending ? action.variables.body.chosen : undefined;
  return (
    <div className={classes.choice}>
      <Switch
        aria-label={names[channel]}
        checked={pending ?? chosen[channel]}
        disabled={byPhone && !preferences.phone_number}
        onChange={(event) =>
          action.mutate({ body: { kind, channel, chosen: event.currentTarget.checked } })
        }
      />
      <Text size="xs" c="dimmed" className={classes.label ?? ''} aria-hidden>
        {names[channel]}
      </Text>
    </div>
  );
}
