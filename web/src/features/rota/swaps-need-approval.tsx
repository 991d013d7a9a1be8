import { Anchor, Box, Switch, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
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
  const settings = useQuery(queryOf(readRotaSettings, {}));
  const mayEdit = useMay('rota_settings.edit');
  const mayReadPeople = useMay('person.read');
  const action = useAction(editRotaSettings, {
    onSuccess: ({ swaps_need_approval: needed }) =>
      notifyDone(needed ? 'An admin approves swaps.' : 'Swaps happen when they are taken.'),
    refresh: ['offers', 'journal'],
  });
  const wanted = action.isPending ? action.variables.body?.swaps_need_approval : undefined;
  return (
    <Box component="section" aria-labelledby="swaps" mt="xl">
      <Title order={2} id="swaps" mb="sm">
        Swaps and hours
      </Title>
      <QueryView query={settings} loading={<RowsLoading rows={1} />}>
        {({ swaps_need_approval }) => (
          <Surface rows>
            <Box p="md">
              <FormProblem error={action.error} />
              <Switch
                label="An admin approves before shifts change hands"
                description="Off: taking an offer does it at once. Every rule is checked either way, and what is taken already waits for its admin."
                checked={wanted ?? swaps_need_approval}
                disabled={!mayEdit || action.isPending}
                onChange={(event) =>
                  action.mutate({ body: { swaps_need_approval: event.currentTarget.checked } })
                }
              />
            </Box>
            <Text p="md" size="sm" c="dimmed">
              The weekly limit of hours is each person’s own, 40 unless it was changed
              {mayReadPeople ? (
                <>
                  {' '}
                  at{' '}
                  <Anchor component={Link} to="/people" inherit underline="always">
                    People
                  </Anchor>
                </>
              ) : null}
              . Above it an approval asks for an override, which the journal keeps.
            </Text>
          </Surface>
        )}
      </QueryView>
    </Box>
  );
}
