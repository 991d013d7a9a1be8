import { Alert, Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addApprovalRule } from '../../../../contract/approvals/add-approval-rule.ts';
import type { ApprovalRule } from '../../../../contract/approvals/approval-rule.ts';
import { editApprovalRule } from '../../../../contract/approvals/edit-approval-rule.ts';
import { type ApprovalSubject, approvalSubjects } from '../../../../contract/platform/approval.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { ConditionFields } from './condition-fields.tsx';
import { PreviewApproval } from './preview-approval.tsx';
import { ReplayRule } from './replay-rule.tsx';
import { conditionsOf, type Wish, wishOf } from './rule-wish.ts';
import { useSayRule } from './use-say-rule.ts';

const fields = ['name', 'effective_from', 'effective_until'];

type ApprovalRuleFormProps = { rule?: ApprovalRule; onDone: () => void };

/** A rule put together from conditions, read back as a sentence, and tried before it is saved. */
export function ApprovalRuleForm({ rule, onDone }: ApprovalRuleFormProps) {
  const { t } = useTranslation(['approvals', 'ui']);
  const [wish, setWish] = useState<Wish>(() => wishOf(rule));
  const set = (part: Partial<Wish>) => setWish((before) => ({ ...before, ...part }));
  const { save, error, isPending } = useSave(rule, onDone);
  const errors = fieldErrorsOf(error);
  const say = useSayRule();
  const effective = {
    effective_from: wish.effective_from || null,
    effective_until: wish.effective_until || null,
  };
  const conditions = conditionsOf(wish);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save(wish);
      }}
    >
      <Stack>
        <FormProblem error={error} fields={fields} />
        <Select
          label={t('form.subject')}
          allowDeselect={false}
          disabled={rule !== undefined}
          data={approvalSubjects.map((value) => ({ value, label: t(`subject.${value}`) }))}
          value={wish.subject}
          onChange={(subject) => set({ subject: subject as ApprovalSubject })}
        />
        <TextInput
          label={t('ui:name')}
          required
          data-autofocus
          maxLength={60}
          value={wish.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={errors.name}
        />
        <ConditionFields wish={wish} onChange={set} />
        <SimpleGrid cols={2}>
          {(['effective_from', 'effective_until'] as const).map((field) => (
            <TextInput
              key={field}
              type="date"
              label={t(`form.${field}`)}
              value={wish[field]}
              onChange={(event) => set({ [field]: event.currentTarget.value })}
              error={errors[field]}
            />
          ))}
        </SimpleGrid>
        <Alert role="status" color="gray" variant="light" icon={<IconQuote size={18} />}>
          {say({
            subject: wish.subject,
            resource: rule?.resource ?? null,
            conditions,
            ...effective,
          })}
        </Alert>
        <PreviewApproval
          subject={wish.subject}
          rule={{
            ...(rule ? { id: rule.id } : {}),
            name: wish.name.trim() || t('form.thisRule'),
            conditions,
            ...effective,
          }}
        />
        <ReplayRule
          subject={wish.subject}
          resource={rule?.resource ?? null}
          conditions={conditions}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('ui:back')}
          </Button>
          <Button type="submit" loading={isPending} disabled={!wish.name.trim()}>
            {rule ? t('ui:save') : t('ui:add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useSave(rule: ApprovalRule | undefined, onDone: () => void) {
  const { t } = useTranslation('approvals');
  const told = {
    refresh: ['approvals', 'booking', 'resources', 'rota', 'offers'],
    onSuccess: ({ name }: ApprovalRule) => {
      notifyDone(t('saved', { name }));
      onDone();
    },
  };
  const add = useAction(addApprovalRule, told);
  const edit = useAction(editApprovalRule, { ...told, version: () => rule?.version });
  const save = (wish: Wish) => {
    const body = {
      name: wish.name.trim(),
      conditions: conditionsOf(wish),
      effective_from: wish.effective_from || null,
      effective_until: wish.effective_until || null,
    };
    if (rule) edit.mutate({ params: { id: rule.id }, body });
    else add.mutate({ body: { subject: wish.subject, ...body } });
  };
  return { save, error: add.error ?? edit.error, isPending: add.isPending || edit.isPending };
}
