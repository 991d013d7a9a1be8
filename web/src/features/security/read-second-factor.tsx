import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation('security');
  const query = useQuery(queryOf(readSecondFactor, {}));
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <Section title={t('secondFactor')} description={t('secondFactorHint')}>
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
  const { t } = useTranslation('security');
  const left = factor.recovery_codes_left;
  if (!factor.enabled) {
    return (
      <Group justify="space-between">
        <Pill>{t('off')}</Pill>
        <EnrolSecondFactor onCodes={onCodes} />
      </Group>
    );
  }
  return (
    <>
      <Group gap="xs">
        <Pill tone="good">{t('on')}</Pill>
        <Text size="sm" c={left < 3 ? 'red' : 'dimmed'}>
          {t('codesLeft', { count: left })}
        </Text>
      </Group>
      <Group>
        <MakeRecoveryCodes onCodes={onCodes} />
        <DisableSecondFactor />
      </Group>
    </>
  );
}
