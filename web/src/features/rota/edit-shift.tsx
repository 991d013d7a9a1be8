import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { editShift } from '../../../../contract/rota/edit-shift.ts';
import type { Shift } from '../../../../contract/rota/shift.ts';
import { showTime } from '../../lib/format.ts';
import { fieldErrorsOf, isRefusal } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMay } from '../../lib/use-me.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { MentionTextarea } from '../../ui/mention-textarea.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { type ShiftSpan, ShiftSpanFields, spanFields } from './shift-span-fields.tsx';

/** The form that changes a shift, sent with the version that was read. */
export function EditShift({ shift, onDone }: { shift: Shift; onDone: () => void }) {
  const { t } = useTranslation(['rota', 'ui']);
  const mayDecide = useMay('shift.decide');
  const [span, setSpan] = useState<ShiftSpan>({
    date: shift.date,
    start_time: showTime(shift.start_time),
    end_time: showTime(shift.end_time),
    overnight: shift.overnight,
  });
  const [notes, setNotes] = useState(shift.notes);
  const [adminNotes, setAdminNotes] = useState(shift.admin_notes ?? '');
  const action = useAction(editShift, {
    version: () => shift.version,
    onSuccess: () => {
      notifyDone(t('changed'));
      onDone();
    },
  });
  const errors = fieldErrorsOf(action.error);
  const save = (override_overtime = false) =>
    action.mutate({
      params: { id: shift.id },
      body: {
        ...span,
        notes: notes.trim(),
        ...(mayDecide ? { admin_notes: adminNotes.trim() } : {}),
        ...(override_overtime ? { override_overtime } : {}),
      },
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack>
        <FormProblem error={action.error} fields={[...spanFields, 'notes', 'admin_notes']}>
          {isRefusal(action.error, 'overtime') && mayDecide ? (
            <Button size="xs" mt="xs" variant="default" onClick={() => save(true)}>
              {t('saveWithOvertime')}
            </Button>
          ) : null}
        </FormProblem>
        <ShiftSpanFields span={span} onChange={setSpan} errors={errors} />
        <MentionTextarea
          label={t('notesOptional')}
          autosize
          minRows={2}
          maxLength={1000}
          value={notes}
          onChange={setNotes}
          error={errors.notes}
        />
        {mayDecide ? (
          <Textarea
            label={t('adminNotesOptional')}
            description={t('onlyAdminsRead')}
            autosize
            minRows={2}
            maxLength={1000}
            value={adminNotes}
            onChange={(event) => setAdminNotes(event.currentTarget.value)}
            error={errors.admin_notes}
          />
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('ui:back')}
          </Button>
          <Button type="submit" loading={action.isPending}>
            {t('ui:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
