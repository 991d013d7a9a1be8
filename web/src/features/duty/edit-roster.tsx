import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { deleteRoster } from '../../../../contract/duty/delete-roster.ts';
import { editRoster } from '../../../../contract/duty/edit-roster.ts';
import { readRoster } from '../../../../contract/duty/read-roster.ts';
import type { Roster } from '../../../../contract/duty/roster.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone } from '../../ui/notify.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { RosterForm } from './roster-form.tsx';

type EditRosterProps = { id: string; onClose: () => void };

/** Changes a roster, or deletes one that nobody is assigned in. */
export function EditRoster({ id, onClose }: EditRosterProps) {
  const { t } = useTranslation('duty');
  const roster = useQuery(queryOf(readRoster, { params: { id } }));
  return (
    <Sheet title={t('editRoster')} opened onClose={onClose}>
      <QueryView query={roster}>
        {(found) => <EditRosterForm key={found.version} roster={found} onClose={onClose} />}
      </QueryView>
    </Sheet>
  );
}

function EditRosterForm({ roster, onClose }: { roster: Roster; onClose: () => void }) {
  const { t } = useTranslation(['duty', 'ui']);
  const { id, name, start_date, end_date, second_calendar, version } = roster;
  const action = useAction(editRoster, {
    version: () => version,
    onSuccess: () => {
      notifyDone(t('ui:saved'));
      onClose();
    },
  });
  return (
    <RosterForm
      initial={{
        ...{ name, start_date, end_date, second_calendar },
        duty_types: roster.duty_types.map((one) => one.id),
      }}
      action={t('ui:save')}
      error={action.error}
      isPending={action.isPending}
      onSubmit={(body) => action.mutate({ params: { id }, body })}
      beside={roster.can.delete ? <DeleteRoster roster={roster} /> : null}
    />
  );
}

function DeleteRoster({ roster: { id, name } }: { roster: Roster }) {
  const { t } = useTranslation(['duty', 'ui']);
  const navigate = useNavigate();
  const action = useAction(deleteRoster, {
    onSuccess: async () => {
      await navigate({ to: '/duty/rosters' });
      notifyDone(t('rosterDeleted', { name }));
    },
  });
  return (
    <Button
      variant="default"
      color="red"
      loading={action.isPending}
      onClick={() => action.mutate({ params: { id } })}
    >
      {t('deleteRoster')}
    </Button>
  );
}
