import { Anchor, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { readSetup } from '../../../../contract/identity/read-setup.ts';
import { queryOf } from '../../lib/query.ts';
import { Surface } from '../../ui/surface.tsx';
import { RegisterForm } from './register-form.tsx';

/** Make an organisation, or join one with its code. */
export function RegisterPage() {
  const { code } = useSearch({ strict: false });
  const [way, setWay] = useState<'join' | 'found'>('join');
  const setup = useQuery(queryOf(readSetup, {})).data;
  return (
    <Surface>
      <title>Make an account · Callboard</title>
      <Stack p="xl">
        <Title order={1}>Make an account</Title>
        <SegmentedControl
          fullWidth
          aria-label="How to begin"
          value={way}
          onChange={(value) => setWay(value === 'found' ? 'found' : 'join')}
          data={[
            { value: 'join', label: 'Join a team' },
            { value: 'found', label: 'Start a new one' },
          ]}
        />
        <RegisterForm
          key={way}
          way={way}
          code={code}
          needsSetupToken={way === 'found' && setup?.needs_setup_token === true}
        />
        <Text size="sm" c="dimmed">
          Have an account?{' '}
          <Anchor component={Link} to="/login" inherit underline="always">
            Log in
          </Anchor>
        </Text>
      </Stack>
    </Surface>
  );
}
