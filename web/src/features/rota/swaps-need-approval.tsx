import { Anchor, Box, Switch, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
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

/** How shifts change hands, and where hours have their limit. */
export function SwapsNeedApproval() {
  const { t } = useTranslation('rota');
  const settings = useQuery(queryOf(readRotaSettings, {}));
  const mayEdit = useMay('rota_settings.edit');
  const mayReadPeople = useMay('person.read');
  const action = useAction(editRotaSettings, {
    onSuccess: ({ swaps_need_approval: needed }) =>
      notifyDone(needed ? t('adminApprovesSwaps') : t('swapsAtOnce')),
    refresh: ['offers', 'journal'],
  });
  const wanted = action.isPending ? action.variables.body?.swaps_need_approval : undefined;
  return (
    <Box component="section" aria-labelledby="swaps" mt="xl">
      <Title order={2} id="swaps" mb="sm">
        {t('swapsAndHours')}
      </Title>
      <QueryView query={settings} loading={<RowsLoading rows={1} />}>
        {({ swaps_need_approval }) => (
          <Surface rows>
            <Box p="md">
              <FormProblem error={action.error} />
              <Switch
                label={t('adminApprovesBefore')}
                description={t('offMeansAtOnce')}
                checked={wanted ?? swaps_need_approval}
                disabled={!mayEdit || action.isPending}
                onChange={(event) =>
                  action.mutate({ body: { swaps_need_approval: event.currentTarget.checked } })
                }
              />
            </Box>
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
