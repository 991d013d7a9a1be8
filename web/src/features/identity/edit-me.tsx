import { Box, Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCalendarPlus, IconCalendarUser, IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { editMe } from '../../../../contract/identity/edit-me.ts';
import { speakTo } from '../../lib/i18n.ts';
import { keepPicked, languages, ownName } from '../../lib/language.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { showRole } from '../../lib/show-role.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { organisationQuery } from '../../lib/use-organisation.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { HoursField } from '../../ui/hours-field.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Surface } from '../../ui/surface.tsx';
import { ChangeEmail } from './change-email.tsx';
import { OwnPhoto } from './own-photo.tsx';
import { VerifyPhone } from './verify-phone.tsx';

/** What I say of myself. */
export function AccountPage() {
  const { t } = useTranslation(['identity', 'ui']);
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
      notifyDone(t('ui:saved'));
      // What was picked at the door held until they said so here.
      keepPicked(null);
      await speakTo(language, organisation?.locale);
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  const submit = form.onSubmit((body) => action.mutate({ body }));
  return (
    <Page title={t('account')} back={{ to: '/calendar', label: t('calendar') }} narrow>
      <Surface>
        <form onSubmit={submit}>
          <Stack p="lg">
            <OwnPhoto />
            <Address />
            <FormProblem error={action.error} fields={Object.keys(form.values)} />
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput label={t('ui:firstName')} required {...form.getInputProps('first_name')} />
              <TextInput label={t('ui:lastName')} required {...form.getInputProps('last_name')} />
            </SimpleGrid>
            <TextInput
              label={t('ui:phoneOptional')}
              type="tel"
              autoComplete="tel"
              placeholder="+44 20 7946 0000"
              {...form.getInputProps('phone_number')}
            />
            <VerifyPhone />
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <Select
                label={t('myTimeZone')}
                placeholder={t('thatOf', { name: me.organisation.name })}
                clearable
                searchable
                limit={60}
                data={Intl.supportedValuesOf('timeZone')}
                {...form.getInputProps('time_zone')}
                value={form.values.time_zone || null}
                onChange={(zone) => form.setFieldValue('time_zone', zone ?? '')}
              />
              <Select
                label={t('myLanguage')}
                placeholder={t('thatOf', { name: me.organisation.name })}
                clearable
                data={choices}
                {...form.getInputProps('language')}
                value={form.values.language || null}
                onChange={(language) => form.setFieldValue('language', language ?? '')}
              />
              <HoursField
                label={t('dailyHoursLimit')}
                max={24}
                {...form.getInputProps('daily_hours_limit')}
              />
              <HoursField
                label={t('restHoursMin')}
                max={48}
                {...form.getInputProps('rest_hours_min')}
              />
            </SimpleGrid>
            <Button type="submit" size="md" loading={action.isPending} disabled={!form.isDirty()}>
              {t('ui:save')}
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
  const { t } = useTranslation('identity');
  const me = useMe();
  return (
    <Group justify="space-between">
      <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('whoIAm', {
          email: me.email,
          role_name: showRole(me),
          name: me.organisation.name,
          time_zone: me.organisation.time_zone,
        })}
      </Text>
      <ChangeEmail />
    </Group>
  );
}

// The pages speak the first three; in the others an organisation may have its own letters.
const choices = [
  ...languages,
  ...(['de', 'es', 'fr', 'gu', 'hi', 'it', 'nl', 'pl', 'pt', 'ro', 'tr', 'uk', 'ur'] as const),
].map((value) => ({ value, label: ownName(value) }));

/** The way to one's usual week and absences. */
function WhenICan() {
  const { t } = useTranslation('identity');
  return (
    <Box mt="md">
      <Surface>
        <Group p="lg" justify="space-between">
          <div>
            <Text fw={550}>{t('whenICan')}</Text>
            <Text size="sm" c="dimmed">
              {t('whenICanHint')}
            </Text>
          </div>
          <Button
            component={Link}
            to="/availability"
            variant="default"
            leftSection={<IconCalendarUser size={16} />}
          >
            {t('availability')}
          </Button>
        </Group>
      </Surface>
    </Box>
  );
}

/** The way to what guards the account. */
function SecurityLink() {
  const { t } = useTranslation('identity');
  return (
    <Box mt="md">
      <Surface>
        <Group p="lg" justify="space-between">
          <div>
            <Text fw={550}>{t('security')}</Text>
            <Text size="sm" c="dimmed">
              {t('securityHint')}
            </Text>
          </div>
          <Button
            component={Link}
            to="/account/security"
            variant="default"
            leftSection={<IconShieldLock size={16} />}
          >
            {t('security')}
          </Button>
        </Group>
      </Surface>
    </Box>
  );
}

/** The way to one's shifts in one's own calendar program. */
function CalendarFeed() {
  const { t } = useTranslation('identity');
  const { openFeed } = useOverlays();
  return (
    <Box mt="md">
      <Surface>
        <Group p="lg" justify="space-between">
          <div>
            <Text fw={550}>{t('myCalendar')}</Text>
            <Text size="sm" c="dimmed">
              {t('myCalendarHint')}
            </Text>
          </div>
          <Button variant="default" leftSection={<IconCalendarPlus size={16} />} onClick={openFeed}>
            {t('calendarAddress')}
          </Button>
        </Group>
      </Surface>
    </Box>
  );
}
