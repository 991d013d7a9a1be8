import { Button, ColorSwatch, Group, Text } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Resource } from '../../../../contract/resources/resource.ts';
import { showMoney, showSpan } from '../../lib/format.ts';
import { useResources } from '../../lib/use-resources.ts';
import { Page } from '../../ui/page.tsx';
import { Pill } from '../../ui/pill.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';
import { BookingSetup } from './booking-setup.tsx';
import { DeleteResource } from './delete-resource.tsx';
import classes from './list-resources.module.css';
import { ResourceForm } from './resource-form.tsx';

type Doing = { what: 'add' } | { what: 'edit' | 'delete'; resource: Resource };

/** What can be booked: rooms, courts, vehicles; each with its own settings where it has any. */
export function ResourcesPage() {
  const { t } = useTranslation('resources');
  const resources = useResources();
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  return (
    <Page
      title={t('list.title')}
      description={t('list.description')}
      narrow
      actions={
        <>
          <BookingSetup at="/booking/resources" />
          <Button leftSection={<IconPlus size={16} />} onClick={() => setDoing({ what: 'add' })}>
            {t('list.add')}
          </Button>
        </>
      }
    >
      <QueryView query={resources}>
        {(found) => (
          <Surface rows>
            {found.map((resource) => (
              <Row key={resource.id} resource={resource} onDo={setDoing} />
            ))}
          </Surface>
        )}
      </QueryView>
      <Sheet title={doing ? t(`title.${doing.what}`) : ''} opened={!!doing} onClose={done}>
        {doing?.what === 'add' ? <ResourceForm onDone={done} /> : null}
        {doing?.what === 'edit' ? (
          <ResourceForm resource={doing.resource} key={doing.resource.version} onDone={done} />
        ) : null}
        {doing?.what === 'delete' ? (
          <DeleteResource resource={doing.resource} onDone={done} />
        ) : null}
      </Sheet>
    </Page>
  );
}

type RowProps = { resource: Resource; onDo: (doing: Doing) => void };

function Row({ resource, onDo }: RowProps) {
  const { t } = useTranslation(['resources', 'ui']);
  const { settings, price, capacity, can } = resource;
  const open = {
    start_time: settings.business_start_time,
    end_time: settings.business_end_time,
  };
  const own = Object.values(resource.own_settings).some((value) => value !== null);
  return (
    <article className={classes.row} aria-label={resource.name}>
      <ColorSwatch size={20} color={resource.colour} withShadow={false} aria-hidden />
      <div className={classes.facts}>
        <Group gap="xs">
          <Text fw={600}>{resource.name}</Text>
          {resource.is_default ? <Pill>{t('list.default')}</Pill> : null}
          {own ? <Pill tone="accent">{t('list.own')}</Pill> : null}
        </Group>
        <Text size="sm" c="dimmed">
          {[
            t('list.open', { span: showSpan(open) }),
            t('list.capacity', { count: capacity }),
            price ? t('list.price', { price: showMoney(price.per_hour, price.currency) }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link {...props} to="/booking/calendar" search={{ resource: resource.id }} />
          )}
        >
          {t('list.calendar')}
        </Button>
        {can.edit ? (
          <Button
            variant="default"
            leftSection={<IconPencil size={16} />}
            onClick={() => onDo({ what: 'edit', resource })}
          >
            {t('ui:change')}
          </Button>
        ) : null}
        {can.delete ? (
          <Button variant="default" onClick={() => onDo({ what: 'delete', resource })}>
            {t('ui:delete')}
          </Button>
        ) : null}
      </Group>
    </article>
  );
}
