import { Stack, Text, Title } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../contract/platform/route.ts';
import { readSignup } from '../../../../contract/registrations/read-signup.ts';
import { showDate, showDates } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { Empty } from '../../ui/empty.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import { SignUpForm } from './sign-up-form.tsx';
import { SignedUp } from './signed-up.tsx';

export type Signup = Answer<typeof readSignup>;

/** Where a sign-up link leads: whoever has it offers their help, without an account. */
export function SignUpPage() {
  const { t } = useTranslation('registrations');
  const { code = '' } = useParams({ strict: false });
  const signup = useQuery(queryOf(readSignup, { params: { code } }));
  return (
    <>
      <title>{t('pageTitle')}</title>
      <Surface>
        <Stack p={{ base: 'md', xs: 'xl' }} gap="lg">
          <QueryView query={signup}>
            {(found) => <Read key={code} code={code} signup={found} />}
          </QueryView>
        </Stack>
      </Surface>
    </>
  );
}

function Read({ code, signup }: { code: string; signup: Signup }) {
  const { t } = useTranslation('registrations');
  const [done, setDone] = useState<{ name: string; email: string; auditions: number }>();
  if (done) return <SignedUp {...done} signup={signup} onAgain={() => setDone(undefined)} />;
  const { roster, closes_on } = signup;
  return (
    <>
      <div>
        <Text c="dimmed">{signup.organisation_name}</Text>
        <Title order={1}>{roster.name}</Title>
        <Text mt={4}>
          {showDates(roster.start_date, roster.end_date)}
          {closes_on ? ` · ${t('closesOn', { date: showDate(closes_on) })}` : ''}
        </Text>
      </div>
      {signup.is_open ? (
        <SignUpForm code={code} signup={signup} onDone={setDone} />
      ) : (
        <Empty icon={IconCalendarOff} title={t('closed')}>
          {t('closedHint', { name: signup.organisation_name })}
        </Empty>
      )}
    </>
  );
}
