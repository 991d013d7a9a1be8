import { Box, Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCalendarPlus, IconCalendarUser, IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { editMe } from '../../../../contract/identity/edit-me.ts';
import { speakTo } from '../../lib/i18n.ts';
import { keepPicked } from '../../lib/language.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { organisationQuery } from '../../lib/use-organisation.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { HoursField } from '../../ui/hours-field.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Surface } from '../../ui/surface.tsx';
import { ChangeEmail } from './change-email.tsx';
import { VerifyPhone } from './verify-phone.tsx';

/** What I say of myself. */
export function AccountPage() {
  const me = useMe();
  const organisation = useQuery(organisationQuery).data;
  const form = useForm({
    initialValues: {
      first_name: me.first_name,
      last_name: me.last_name,
      phone_number: me.phone_number ?? '',
      time_zone: me.time_zone ?? '',
      language: me.language ?? '',
      daily_hours_limit: me.daily_hours_limit ?? 0,
      rest_hours_min: me.rest_hours_min ?? 0,
    },
  });
  const action = useAction(editMe, {
    onSuccess: async ({ language }) => {
      notifyDone('Saved.');
      // What was picked at the door held until they said so here.
      keepPicked(null);
      await speakTo(language, organisation?.locale);
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  const submit = form.onSubmit((body) => action.mutate({ body }));
  return (
    <Page title="Account" back={{ to: '/calendar', label: 'Calendar' }} narrow>
      <Surface>
        <form onSubmit={submit}>
          <Stack p="lg">
            <Address />
            <FormProblem error={action.error} fields={Object.keys(form.values)} />
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput label="First name" required {...form.getInputProps('first_name')} />
              <TextInput label="Last name" required {...form.getInputProps('last_name')} />
            </SimpleGrid>
            <TextInput
              label="Phone (optional)"
              type="tel"
              autoComplete="tel"
              placeholder="+44 20 7946 0000"
              {...form.getInputProps('phone_number')}
            />
            <VerifyPhone />
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <Select
                label="My time zone"
                placeholder={`That of ${me.organisation.name}`}
                clearable
                searchable
                limit={60}
                data={Intl.supportedValuesOf('timeZone')}
                {...form.getInputProps('time_zone')}
                value={form.values.time_zone || null}
                onChange={(zone) => form.setFieldValue('time_zone', zone ?? '')}
              />
              <Select
                label="My language"
                placeholder={`That of ${me.organisation.name}`}
                clearable
                data={languages}
                {...form.getInputProps('language')}
                value={form.values.language || null}
                onChange={(language) => form.setFieldValue('language', language ?? '')}
              />
              <HoursField
                label="Propose me for no more hours a day than"
                max={24}
                {...form.getInputProps('daily_hours_limit')}
              />
              <HoursField
                label="And with hours of rest between of at least"
                max={48}
                {...form.getInputProps('rest_hours_min')}
              />
            </SimpleGrid>
            <Button type="submit" size="md" loading={action.isPending} disabled={!form.isDirty()}>
              Save
            </Button>
          </Stack>
        </form>
      </Surface>
      <WhenICan />
      <CalendarFeed />
      <SecurityLink />
    </Page>
  );
}

/** Who I am here, and the way to another e-mail address. */
function Address() {
  const me = useMe();
  return (
    <Group justify="space-between">
      <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {me.email} · {me.role_name} at {me.organisation.name} · {me.organisation.time_zone}
      </Text>
      <ChangeEmail />
    </Group>
  );
}

const spoken = new Intl.DisplayNames('en', { type: 'language' });
const languages = [
  'ar',
  'de',
  'en',
  'es',
  'fil',
  'fr',
  'it',
  'nl',
  'pl',
  'pt',
  'ro',
  'tr',
  'uk',
].map((value) => ({ value, label: spoken.of(value) ?? value }));

/** The way to one's usual week and absences. */
function WhenICan() {
  return (
    <Box mt="md">
      <Surface>
        <Group p="lg" justify="space-between">
          <div>
            <Text fw={550}>When I can be on</Text>
            <Text size="sm" c="dimmed">
              My usual week, holidays and other absences.
            </Text>
          </div>
          <Button
            component={Link}
            to="/availability"
            variant="default"
            leftSection={<IconCalendarUser size={16} />}
          >
            Availability
          </Button>
        </Group>
      </Surface>
    </Box>
  );
}

/** The way to what guards the account. */
function SecurityLink() {
  return (
    <Box mt="md">
      <Surface>
        <Group p="lg" justify="space-between">
          <div>
            <Text fw={550}>Security</Text>
            <Text size="sm" c="dimmed">
              Password, second factor, where you are logged in, API keys.
            </Text>
          </div>
          <Button
            component={Link}
            to="/account/security"
            variant="default"
            leftSection={<IconShieldLock size={16} />}
          >
            Security
          </Button>
        </Group>
      </Surface>
    </Box>
  );
}

/** The way to one's shifts in one's own calendar program. */
function CalendarFeed() {
  const { openFeed } = useOverlays();
  return (
    <Box mt="md">
      <Surface>
        <Group p="lg" justify="space-between">
          <div>
            <Text fw={550}>My shifts in my calendar</Text>
            <Text size="sm" c="dimmed">
              A secret address that your calendar program reads.
            </Text>
          </div>
          <Button variant="default" leftSection={<IconCalendarPlus size={16} />} onClick={openFeed}>
            Calendar address
          </Button>
        </Group>
      </Surface>
    </Box>
  );
}
