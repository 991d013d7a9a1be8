import { Group, Text, UnstyledButton } from '@mantine/core';
import { IconClipboardOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Shift } from '../../../../contract/rota/shift.ts';
import { showDate, showHours, showSpan } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { Empty } from '../../ui/empty.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './shift-rows.module.css';
import { ShiftStatusBadge } from './shift-status-badge.tsx';

type ShiftRowsProps = {
  shifts: readonly Shift[];
  withName?: boolean;
  /** Where all have the same one, it need not be said. */
  withStatus?: boolean;
  /** What to say when there are none. */
  empty?: React.ReactNode;
};

/** Shifts as a list; each opens with all that may be done with it. */
export function ShiftRows({ shifts, withName, withStatus = true, empty }: ShiftRowsProps) {
  const { t } = useTranslation('rota');
  const { openShift } = useOverlays();
  if (shifts.length === 0) {
    return empty ?? <Empty icon={IconClipboardOff} title={t('noShiftsYet')} />;
  }
  return (
    <Surface rows>
      {shifts.map((shift) => (
        <UnstyledButton key={shift.id} className={classes.row} onClick={() => openShift(shift.id)}>
          <span className={classes.date}>
            <Text component="span" fw={600}>
              {showDate(shift.date)}
            </Text>
            {withName ? <Text component="span">{shift.requested_by_name}</Text> : null}
          </span>
          <Group gap="sm">
            <Text component="span" c="dimmed">
              {showSpan(shift)} · {showHours(shift.duration_hours)}
            </Text>
            {withStatus ? <ShiftStatusBadge status={shift.status} /> : null}
          </Group>
          {shift.status === 'REJECTED' && shift.rejected_reason ? (
            <Text component="span" size="sm" c="dimmed" className={classes.reason}>
              “{shift.rejected_reason}”
            </Text>
          ) : null}
        </UnstyledButton>
      ))}
    </Surface>
  );
}
