import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconMailPlus } from '@tabler/icons-react';
import { invitePerson } from '../../../../contract/people/invite-person.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { useRoles } from '../../lib/use-roles.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';

const empty = { email: '', full_name: '', role: 'member' };

/** Invites someone by e-mail. */
export function InvitePerson() {
  const [opened, { open, close }] = useDisclosure();
  const verified = useMe().is_email_verified;
  return (
    <>
      <Button leftSection={<IconMailPlus size={16} />} onClick={open} disabled={!verified}>
        Invite someone
      </Button>
      <Sheet title="Invite someone" opened={opened} onClose={close}>
        <InviteForm onDone={close} />
      </Sheet>
    </>
  );
}

function InviteForm({ onDone }: { onDone: () => void }) {
  const { given } = useRoles();
  const form = useForm({ initialValues: empty });
  const action = useAction(invitePerson, {
    refresh: ['people', 'identity', 'journal'],
    onSuccess: ({ email }) => {
      notifyDone(`An invitation is on its way to ${email}.`);
      onDone();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  const submit = form.onSubmit(({ full_name, ...body }) =>
    action.mutate({ body: full_name.trim() ? { ...body, full_name } : body }),
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        <FormProblem error={action.error} fields={Object.keys(empty)} />
        <TextInput
          label="E-mail"
          type="email"
          required
          data-autofocus
          {...form.getInputProps('email')}
        />
        <TextInput label="Name (optional)" {...form.getInputProps('full_name')} />
        <Select label="Role" allowDeselect={false} data={given} {...form.getInputProps('role')} />
        <Text size="sm" c="dimmed">
          They get a link for themselves alone, good once and for 7 days.
        </Text>
        <Button type="submit" size="md" loading={action.isPending}>
          Send the invitation
        </Button>
      </Stack>
    </form>
  );
}
