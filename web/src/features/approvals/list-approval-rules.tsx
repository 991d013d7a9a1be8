import { Button, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconRubberStampOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalRule } from '../../../../contract/approvals/approval-rule.ts';
import { listApprovalRules } from '../../../../contract/approvals/list-approval-rules.ts';
import { approvalSubjects } from '../../../../contract/platform/approval.ts';
import { queryOf } from '../../lib/query.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';
import { ApprovalRuleForm } from './approval-rule-form.tsx';
import { DeleteApprovalRule } from './delete-approval-rule.tsx';
import { RuleRow } from './rule-row.tsx';

export type Doing = { what: 'add' } | { what: 'edit' | 'delete'; rule: ApprovalRule };

/** When an admin has to approve, in sentences: of reservations, shifts, swaps, unlocks, trades. */
export function ApprovalRulesPage() {
  const { t } = useTranslation('approvals');
  const rules = useQuery(queryOf(listApprovalRules, { query: {} }));
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  return (
    <Page
      title={t('title')}
      description={t('description')}
      narrow
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setDoing({ what: 'add' })}>
          {t('add')}
        </Button>
      }
    >
      <QueryView query={rules}>
        {(found) =>
          found.length === 0 ? (
            <Empty icon={IconRubberStampOff} title={t('none')}>
              {t('noneWhy')}
            </Empty>
          ) : (
            <BySubject rules={found} onDo={setDoing} />
          )
        }
      </QueryView>
      <Sheet title={doing ? t(`doing.${doing.what}`) : ''} opened={!!doing} onClose={done}>
        {doing?.what === 'add' ? <ApprovalRuleForm onDone={done} /> : null}
        {doing?.what === 'edit' ? <ApprovalRuleForm rule={doing.rule} onDone={done} /> : null}
        {doing?.what === 'delete' ? <DeleteApprovalRule rule={doing.rule} onDone={done} /> : null}
      </Sheet>
    </Page>
  );
}

type BySubjectProps = { rules: readonly ApprovalRule[]; onDo: (doing: Doing) => void };

function BySubject({ rules, onDo }: BySubjectProps) {
  const { t } = useTranslation('approvals');
  return (
    <Stack gap="xl">
      {approvalSubjects.map((subject) => {
        const some = rules.filter((rule) => rule.subject === subject);
        return (
          <section key={subject} aria-label={t(`subject.${subject}`)}>
            <Title order={2} mb="xs">
              {t(`subject.${subject}`)}
            </Title>
            {some.length > 0 ? (
              <Surface rows>
                {some.map((rule) => (
                  <RuleRow key={rule.id} rule={rule} onDo={onDo} />
                ))}
              </Surface>
            ) : (
              <Text c="dimmed">{t(`noRule.${subject}`)}</Text>
            )}
          </section>
        );
      })}
    </Stack>
  );
}
