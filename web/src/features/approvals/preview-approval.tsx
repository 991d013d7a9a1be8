import {
  Accordion,
  Alert,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { previewApproval } from '../../../../contract/approvals/preview-approval.ts';
import type { ApprovalSubject } from '../../../../contract/platform/approval.ts';
import type { Given } from '../../lib/call.ts';
import { isDate, todayIn } from '../../lib/dates.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { useRoles } from '../../lib/use-roles.ts';
import { ApprovalReasons } from '../../ui/approval-reasons.tsx';
import { LoadError } from '../../ui/query-view.tsx';
import { TimeField } from '../../ui/time-field.tsx';

type Draft = NonNullable<Given<typeof previewApproval>['body']['rule']>;
type PreviewApprovalProps = { subject: ApprovalSubject; rule: Draft };

/** What if someone asked for this? Said by the rules as they would be, before anything is saved. */
export function PreviewApproval({ subject, rule }: PreviewApprovalProps) {
  const { t } = useTranslation('approvals');
  const today = todayIn(useMe().organisation.time_zone);
  const [asked, setAsked] = useState({
    ...{ date: today, start_time: '18:00', end_time: '20:00', role: 'member', first: false },
    weekHours: 0,
  });
  const set = (part: Partial<typeof asked>) => setAsked((before) => ({ ...before, ...part }));
  const roles = useRoles().all;
  return (
    <Accordion variant="contained" keepMounted={false}>
      <Accordion.Item value="what-if">
        <Accordion.Control>{t('whatIf.open')}</Accordion.Control>
        <Accordion.Panel>
          <Stack>
            <TextInput
              type="date"
              label={t('whatIf.date')}
              value={asked.date}
              onChange={(event) => set({ date: event.currentTarget.value })}
            />
            <SimpleGrid cols={2}>
              <TimeField
                label={t('form.from')}
                value={asked.start_time}
                onChange={(start_time) => set({ start_time })}
              />
              <TimeField
                label={t('form.to')}
                value={asked.end_time}
                onChange={(end_time) => set({ end_time })}
              />
              <Select
                label={t('whatIf.role')}
                allowDeselect={false}
                data={roles}
                value={asked.role}
                onChange={(role) => set({ role: role ?? 'member' })}
              />
              <NumberInput
                label={t('whatIf.weekHours')}
                min={0}
                max={168}
                value={asked.weekHours}
                onChange={(hours) => set({ weekHours: Number(hours) || 0 })}
              />
            </SimpleGrid>
            <Switch
              label={t('whatIf.first')}
              checked={asked.first}
              onChange={(event) => set({ first: event.currentTarget.checked })}
            />
            <Said subject={subject} rule={rule} asked={asked} />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

type Asked = {
  date: string;
  start_time: string;
  end_time: string;
  role: string;
  first: boolean;
  weekHours: number;
};
const typingMs = 250;

function Said({ subject, rule, asked }: PreviewApprovalProps & { asked: Asked }) {
  const { t } = useTranslation('approvals');
  const { weekHours, ...what } = asked;
  const minutes = Math.round(weekHours * 60);
  const body = {
    ...{ subject, rule, ...what },
    ...{ day_minutes: 0, week_minutes: minutes, month_minutes: minutes },
  };
  const [settled] = useDebouncedValue(JSON.stringify(body), typingMs);
  const complete = isDate(asked.date) && asked.start_time !== '' && asked.end_time !== '';
  const preview = useQuery({
    ...queryOf(previewApproval, { body: JSON.parse(settled) }),
    enabled: complete,
    placeholderData: (before) => before,
  });
  if (preview.isError) return <LoadError error={preview.error} onRetry={() => preview.refetch()} />;
  if (!preview.data) return null;
  const { reasons } = preview.data;
  return (
    <Alert
      role="status"
      color="gray"
      title={reasons.length > 0 ? t('whatIf.waits') : t('whatIf.atOnce')}
    >
      {reasons.length > 0 ? <ApprovalReasons reasons={reasons} /> : t('whatIf.noReason')}
    </Alert>
  );
}
