import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowsExchange, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { readShift } from '../../../../contract/rota/read-shift.ts';
import type { Shift } from '../../../../contract/rota/shift.ts';
import { todayIn } from '../../lib/dates.ts';
import { joined, showDate, showHours, showSpan } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ApproveShift } from './approve-shift.tsx';
import { CancelShift } from './cancel-shift.tsx';
import { EditShift } from './edit-shift.tsx';
import { RejectShift } from './reject-shift.tsx';
import { ShiftHistory } from './shift-history.tsx';
import { ShiftStatusBadge } from './shift-status-badge.tsx';

/** One shift, over any page: its facts, what may be done with it, its history. */
export function ReadShift({ id }: { id: string }) {
  const { t } = useTranslation(['rota', 'ui']);
  const { close } = useOverlays();
  const shift = useQuery(queryOf(readShift, { params: { id } }));
  const [editing, setEditing] = useState(false);
  return (
    <Sheet aside title={editing ? t('changeTheShift') : t('shift')} opened onClose={close}>
      <QueryView query={shift}>
        {(read) =>
          editing ? (
            <EditShift shift={read} onDone={() => setEditing(false)} />
          ) : (
            <ShiftFacts shift={read} onEdit={() => setEditing(true)} />
          )
        }
      </QueryView>
    </Sheet>
  );
}

function ShiftFacts({ shift, onEdit }: { shift: Shift; onEdit: () => void }) {
  const { t } = useTranslation(['rota', 'ui']);
  const mayReadJournal = useMay('journal.read');
  const me = useMe();
  const { can } = shift;
  const mayOffer =
    shift.status === 'APPROVED' &&
    shift.requested_by === me.id &&
    shift.date >= todayIn(me.organisation.time_zone);
  return (
    <Stack>
      <div>
        <ShiftStatusBadge status={shift.status} />
        <Title order={2} mt={6}>
          {shift.requested_by_name}
        </Title>
        <Text>{joined(showDate(shift.date, 'long'), showSpan(shift))}</Text>
        <Text c="dimmed" size="sm">
          <Trans
            t={t}
            i18nKey="hoursInPeriod"
            values={{ hours: showHours(shift.duration_hours) }}
            components={{
              period: (
                <Anchor
                  component={Link}
                  to={`/periods/${shift.schedule_period}`}
                  inherit
                  underline="always"
                >
                  {shift.schedule_period_name}
                </Anchor>
              ),
            }}
          />
        </Text>
      </div>
      <Said label={t('notes')} text={shift.notes} />
      <Said label={t('adminNotes')} text={shift.admin_notes} />
      <Said label={t('whyRejected')} text={shift.rejected_reason} />
      {shift.approved_by_name ? (
        <Text size="sm" c="dimmed">
          {t('approvedBy', { name: shift.approved_by_name })}
        </Text>
      ) : null}
      <Group gap="xs">
        {can.approve ? <ApproveShift id={shift.id} /> : null}
        {can.reject ? <RejectShift shift={shift} /> : null}
        {can.edit ? (
          <Button variant="default" leftSection={<IconPencil size={16} />} onClick={onEdit}>
            {t('ui:change')}
          </Button>
        ) : null}
        {mayOffer ? (
          <Button
            renderRoot={(props) => <Link {...props} to="/offers" search={{ offer: shift.id }} />}
            variant="default"
            leftSection={<IconArrowsExchange size={16} />}
          >
            {t('offerToOthers')}
          </Button>
        ) : null}
        {can.cancel ? <CancelShift shift={shift} /> : null}
      </Group>
      {mayReadJournal ? <ShiftHistory id={shift.id} /> : null}
    </Stack>
  );
}

function Said({ label, text }: { label: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        <bdi>{text}</bdi>
      </Text>
    </div>
  );
}
