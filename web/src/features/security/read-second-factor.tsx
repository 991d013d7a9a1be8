import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../../../contract/platform/route.ts';
import { readSecondFactor } from '../../../../contract/security/read-second-factor.ts';
import { queryOf } from '../../lib/query.ts';
import { Pill } from '../../ui/pill.tsx';
import { QueryView, RowsLoading } from '../../ui/query-view.tsx';
import { DisableSecondFactor } from './disable-second-factor.tsx';
import { EnrolSecondFactor } from './enrol-second-factor.tsx';
import { MakeRecoveryCodes } from './make-recovery-codes.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { Section } from './section.tsx';

/** The second factor: off, or on with so many recovery codes left. */
export function ReadSecondFactor() {
  const query = useQuery(queryOf(readSecondFactor, {}));
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <Section
      title="Second factor"
      description="At log-in a code of an app on your telephone is asked for too: whoever has your password alone stays outside."
    >
      <QueryView query={query} loading={<RowsLoading rows={1} />}>
        {(factor) => <Standing factor={factor} onCodes={setCodes} />}
      </QueryView>
      <RecoveryCodes codes={codes} onClose={() => setCodes(null)} />
    </Section>
  );
}

type StandingProps = {
  factor: Answer<typeof readSecondFactor>;
  onCodes: (codes: readonly string[]) => void;
};

function Standing({ factor, onCodes }: StandingProps) {
  const left = factor.recovery_codes_left;
  if (!factor.enabled) {
    return (
      <Group justify="space-between">
        <Pill>Off</Pill>
        <EnrolSecondFactor onCodes={onCodes} />
      </Group>
    );
  }
  return (
    <>
      <Group gap="xs">
        <Pill tone="good">On</Pill>
        <Text size="sm" c={left < 3 ? 'red' : 'dimmed'}>
          {left} recovery {left === 1 ? 'code' : 'codes'} left
        </Text>
      </Group>
      <Group>
        <MakeRecoveryCodes onCodes={onCodes} />
        <DisableSecondFactor />
      </Group>
    </>
  );
}
