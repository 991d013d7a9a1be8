import { Box, Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCalendarPlus, IconShieldLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { editMe } from '../../../../contract/identity/edit-me.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Surface } from '../../ui/surface.tsx';

/** My own name and phone number. */
export function AccountPage() {
  const me = useMe();
  const form = useForm({
    initialValues: {
      first_name: me.first_name,
      last_name: me.last_name,
      phone_number: me.phone_number ?? '',
    },
  });
  const action = useAction(editMe, {
    onSuccess: () => notifyDone('Saved.'),
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  const submit = form.onSubmit(({ phone_number, ...name }) =>
    action.mutate({ body: phone_number ? { ...name, phone_number } : name }),
  );
  return (
    <Page title="Account" back={{ to: '/calendar', label: 'Calendar' }} narrow>
      <Surface>
        <form onSubmit={submit}>
          <Stack p="lg">
            <Text c="dimmed">
              {me.email} · {me.role} at {me.organisation.name} · {me.organisation.time_zone}
            </Text>
            <FormProblem
              error={action.error}
              fields={['first_name', 'last_name', 'phone_number']}
            />
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput label="First name" required {...form.getInputProps('first_name')} />
              <TextInput label="Last name" required {...form.getInputProps('last_name')} />
            </SimpleGrid>
            <TextInput
              label="Phone (optional)"
              type="tel"
              autoComplete="tel"
              {...form.getInputProps('phone_number')}
            />
            <Button type="submit" size="md" loading={action.isPending} disabled={!form.isDirty()}>
              Save
            </Button>
          </Stack>
        </form>
      </Surface>
      <CalendarFeed />
      <SecurityLink />
    </Page>
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
