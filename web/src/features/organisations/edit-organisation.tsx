import { Button } from '@mantine/core';
import { IconUserShield } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readOrganisation } from '../../../../contract/organisations/read-organisation.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay } from '../../lib/use-me.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { OrganisationForm } from './organisation-form.tsx';

/** What the organisation is called, its clocks and calendars, and which systems it uses. */
export function OrganisationPage() {
  const { t } = useTranslation('organisations');
  const settings = useQuery(queryOf(readOrganisation, {}));
  const mayReadRoles = useMay('role.read');
  return (
    <Page
      title={t('organisation')}
      description={t('whatHoldsForEveryone')}
      actions={mayReadRoles ? <RolesLink /> : null}
      narrow
    >
      <QueryView query={settings}>
        {(found) => <OrganisationForm key={found.version} settings={found} />}
      </QueryView>
    </Page>
  );
}

function RolesLink() {
  const { t } = useTranslation('organisations');
  return (
    <Button
      variant="default"
      leftSection={<IconUserShield size={16} />}
      renderRoot={(props) => <Link {...props} to="/roles" />}
    >
      {t('roles')}
    </Button>
  );
}
