import { Anchor, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { readSetup } from '../../../../contract/identity/read-setup.ts';
import { queryOf } from '../../lib/query.ts';
import { Surface } from '../../ui/surface.tsx';
import { RegisterForm } from './register-form.tsx';

/** Make an organisation, or join one with its code. */
export function RegisterPage() {
  const { t } = useTranslation('identity');
  const { code } = useSearch({ strict: false });
  const [way, setWay] = useState<'join' | 'found'>('join');
  const setup = useQuery(queryOf(readSetup, {})).data;
  return (
    <Surface>
      <title>{`${t('makeAnAccount')} · Callboard`}</title>
      <Stack p="xl">
        <Title order={1}>{t('makeAnAccount')}</Title>
        <SegmentedControl
          fullWidth
          aria-label={t('howToBegin')}
          value={way}
          onChange={(value) => setWay(value === 'found' ? 'found' : 'join')}
          data={[
            { value: 'join', label: t('joinATeam') },
            { value: 'found', label: t('startANewOne') },
          ]}
        />
        <RegisterForm
          key={way}
          way={way}
          code={code}
          needsSetupToken={way === 'found' && setup?.needs_setup_token === true}
        />
        <Text size="sm" c="dimmed">
          <Trans
            t={t}
            i18nKey="haveAnAccount"
            components={{
              login: <Anchor component={Link} to="/login" inherit underline="always" />,
            }}
          />
        </Text>
      </Stack>
    </Surface>
  );
}
