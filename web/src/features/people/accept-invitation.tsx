import { Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { logout } from '../../../../contract/identity/logout.ts';
import { me } from '../../../../contract/identity/me.ts';
import { register } from '../../../../contract/identity/register.ts';
import { acceptInvitation } from '../../../../contract/people/accept-invitation.ts';
import { readInvitation } from '../../../../contract/people/read-invitation.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { switchOrganisation } from '../../lib/chosen-organisation.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { queryClient, queryOf } from '../../lib/query.ts';
import { accessToken, endSession, startSession } from '../../lib/session.ts';
import { showRoleNamed } from '../../lib/show-role.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { NameFields, NewPasswordField } from '../../ui/joining-fields.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';

type Invited = Answer<typeof readInvitation>;
type InvitedProps = { token: string; invited: Invited };

/** Where the link of an invitation leads. Opening it accepts nothing; a button does. */
export function InvitePage() {
  const { t } = useTranslation(['people', 'ui']);
  const { token } = useSearch({ strict: false });
  return (
    <Surface>
      <title>{`${t('invitation')} · Callboard`}</title>
      <Stack p="xl">
        <Title order={1}>{t('invitation')}</Title>
        {token ? <Read token={token} /> : <Text>{t('ui:incompleteLink')}</Text>}
      </Stack>
    </Surface>
  );
}

function Read({ token }: { token: string }) {
  const invited = useQuery({
    ...queryOf(readInvitation, { body: { token } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <QueryView query={invited}>
      {(found) => (
        <>
          <InvitedTo invited={found} />
          <Ways token={token} invited={found} />
        </>
      )}
    </QueryView>
  );
}

function InvitedTo({ invited: { inviter, organisation_name, role_name } }: { invited: Invited }) {
  const { t } = useTranslation('people');
  const member = role_name === 'Member';
  const byWhom = member ? 'invitesTo' : 'invitesToAs';
  const byNobody = member ? 'invitedTo' : 'invitedToAs';
  const role = showRoleNamed(role_name);
  return (
    <Text>
      <Trans
        t={t}
        i18nKey={inviter ? byWhom : byNobody}
        values={{ inviter, organisation: organisation_name, role }}
        components={{ strong: <strong /> }}
      />
    </Text>
  );
}

function Ways(props: InvitedProps) {
  const loggedIn = accessToken() !== undefined;
  const who = useQuery({ ...queryOf(me, {}), enabled: loggedIn }).data;
  if (loggedIn && !who) return null;
  if (who && who.email === props.invited.email)
    return <AcceptAsMe {...props} name={who.full_name} />;
  if (who) return <LogOutFirst {...props} mine={who.email} />;
  return props.invited.has_account ? <LogInFirst {...props} /> : <RegisterForm {...props} />;
}

function AcceptAsMe({ token, invited, name }: InvitedProps & { name: string }) {
  const { t } = useTranslation('people');
  const action = useAction(acceptInvitation, {
    refresh: [],
    onSuccess: ({ organisation }) => switchOrganisation(organisation.id),
  });
  return (
    <>
      <FormProblem error={action.error} />
      <Text c="dimmed">{t('youAreLoggedIn', { name })}</Text>
      <Button
        size="md"
        loading={action.isPending}
        onClick={() => action.mutate({ body: { token } })}
      >
        {t('joinNamed', { organisation_name: invited.organisation_name })}
      </Button>
    </>
  );
}

function LogOutFirst({ invited, mine }: InvitedProps & { mine: string }) {
  const { t } = useTranslation('people');
  const again = () => {
    endSession('out');
    location.reload();
  };
  const action = useAction(logout, { refresh: [], onSuccess: again, onError: again });
  return (
    <>
      <Text>
        <Trans
          t={t}
          i18nKey="forAnother"
          values={{ email: invited.email, mine }}
          components={{ strong: <strong /> }}
        />
      </Text>
      <Button size="md" loading={action.isPending} onClick={() => action.mutate({ body: {} })}>
        {t('logOutAndGo')}
      </Button>
    </>
  );
}

function LogInFirst({ invited }: InvitedProps) {
  const { t } = useTranslation(['people', 'ui']);
  const router = useRouter();
  const next = encodeURIComponent(`${location.pathname}${location.search}`);
  return (
    <>
      <Text>
        <Trans
          t={t}
          i18nKey="hasAccount"
          values={{ email: invited.email }}
          components={{ strong: <strong /> }}
        />
      </Text>
      <Button size="md" onClick={() => void router.navigate({ href: `/login?next=${next}` })}>
        {t('ui:logIn')}
      </Button>
    </>
  );
}

function RegisterForm({ token, invited }: InvitedProps) {
  const { t } = useTranslation(['people', 'ui']);
  const router = useRouter();
  const [first = '', ...rest] = (invited.full_name ?? '').split(' ');
  const form = useForm({
    initialValues: { first_name: first, last_name: rest.join(' '), password: '' },
  });
  const action = useAction(register, {
    refresh: [],
    onSuccess: async ({ tokens }) => {
      queryClient.clear();
      startSession(tokens.access);
      await router.navigate({ to: '/calendar' });
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  const submit = form.onSubmit((body) =>
    action.mutate({ body: { ...body, email: invited.email, invite: token } }),
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        <FormProblem error={action.error} fields={['first_name', 'last_name', 'password']} />
        <TextInput label={t('ui:email')} value={invited.email} readOnly autoComplete="username" />
        <NameFields form={form} />
        <NewPasswordField {...form.getInputProps('password')} />
        <Button type="submit" size="md" loading={action.isPending}>
          {t('joinNamed', { organisation_name: invited.organisation_name })}
        </Button>
        <Text size="sm" c="dimmed">
          <Trans
            t={t}
            i18nKey="notYou"
            components={{
              login: <Anchor component={Link} to="/login" inherit underline="always" />,
            }}
          />
        </Text>
      </Stack>
    </form>
  );
}
