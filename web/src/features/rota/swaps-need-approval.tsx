import { Anchor, Box, Stack, Switch, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { Trans, useTranslation } from 'react-i18next';
import { editRotaSettings } from '../../../../contract/offers/edit-rota-settings.ts';
import { readRotaSettings } from '../../../../contract/offers/read-rota-settings.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMay } from '../../lib/use-me.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { QueryView, RowsLoading } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';

/** What an admin approves: requests for shifts and swaps; and where hours have their limit. */
export function SwapsNeedApproval() {
  const { t } = useTranslation('rota');
  const settings = useQuery(queryOf(readRotaSettings, {}));
  const mayEdit = useMay('rota_settings.edit');
  const mayReadPeople = useMay('person.read');
  const action = useAction(editRotaSettings, {
    onSuccess: (now, { body }) => notifyDone(said(t, now, body ?? {})),
    refresh: ['offers', 'approvals', 'journal'],
  });
  const wanted = action.isPending ? action.variables.body : undefined;
  const locked = !mayEdit || action.isPending;
  return (
    <Box component="section" aria-labelledby="swaps" mt="xl">
      <Title order={2} id="swaps" mb="sm">
        {t('swapsAndHours')}
      </Title>
      <QueryView query={settings} loading={<RowsLoading rows={1} />}>
        {({ shifts_need_approval, swaps_need_approval }) => (
          <Surface rows>
            <Stack p="md">
              <FormProblem error={action.error} />
              <Switch
                label={t('adminApprovesEvery')}
                description={t('offMeansRules')}
                checked={wanted?.shifts_need_approval ?? shifts_need_approval}
                disabled={locked}
                onChange={(event) =>
                  action.mutate({ body: { shifts_need_approval: event.currentTarget.checked } })
                }
              />
              <Switch
                label={t('adminApprovesBefore')}
                description={t('offMeansAtOnce')}
                checked={wanted?.swaps_need_approval ?? swaps_need_approval}
                disabled={locked}
                onChange={(event) =>
                  action.mutate({ body: { swaps_need_approval: event.currentTarget.checked } })
                }
              />
            </Stack>
            <Text p="md" size="sm" c="dimmed">
              {mayReadPeople ? (
                <Trans
                  t={t}
                  i18nKey="weeklyLimitAtPeople"
                  components={{
                    people: <Anchor component={Link} to="/people" inherit underline="always" />,
                  }}
                />
              ) : (
                t('weeklyLimit')
              )}
            </Text>
          </Surface>
        )}
      </QueryView>
    </Box>
  );
}

type Asked = Partial<Record<keyof Settings, boolean | undefined>>;
type Settings = { shifts_need_approval: boolean; swaps_need_approval: boolean };

function said(t: TFunction<'rota'>, now: Settings, asked: Asked): string {
  if (asked.shifts_need_approval !== undefined) {
    return now.shifts_need_approval ? t('requestsWait') : t('requestsByRule');
  }
  return now.swaps_need_approval ? t('adminApprovesSwaps') : t('swapsAtOnce');
}
