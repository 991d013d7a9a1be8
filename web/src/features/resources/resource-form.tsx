import {
  Accordion,
  Button,
  ColorInput,
  Group,
  NumberInput,
  SimpleGrid,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addResource } from '../../../../contract/resources/add-resource.ts';
import { editResource } from '../../../../contract/resources/edit-resource.ts';
import type { OwnSettings } from '../../../../contract/resources/own-settings.ts';
import { readBookingSettings } from '../../../../contract/resources/read-booking-settings.ts';
import type { Resource } from '../../../../contract/resources/resource.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { SettingsFields, settingFields, settingsIn } from './settings-fields.tsx';

type Wish = {
  name: string;
  colour: string;
  capacity: number;
  occupies_person: boolean;
  price: { per_hour: number | null; currency: string };
  own: Partial<OwnSettings>;
};

const swatches = ['#3a4fd0', '#1d6f42', '#8a5a00', '#b3261e', '#7048a8', '#0b7285', '#55514a'];
const fields = ['name', 'colour', 'capacity', 'price', ...settingFields];

type ResourceFormProps = { resource?: Resource; onDone: () => void };

/** The form of something that can be booked, with its own settings where they differ. */
export function ResourceForm({ resource, onDone }: ResourceFormProps) {
  const { t } = useTranslation(['resources', 'ui']);
  const [wish, setWish] = useState<Wish>(() => wishOf(resource));
  const set = (part: Partial<Wish>) => setWish((before) => ({ ...before, ...part }));
  const { save, error, isPending } = useSave(resource, onDone);
  const errors = fieldErrorsOf(error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save(wish);
      }}
    >
      <Stack>
        <FormProblem error={error} fields={fields} />
        <TextInput
          label={t('ui:name')}
          required
          data-autofocus
          maxLength={80}
          value={wish.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={errors.name}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput
            label={t('form.capacity')}
            description={t('form.capacityHint')}
            min={1}
            max={200}
            allowDecimal={false}
            value={wish.capacity}
            onChange={(capacity) => set({ capacity: Number(capacity) || 1 })}
            error={errors.capacity}
          />
          <ColorInput
            label={t('form.colour')}
            description={t('form.colourHint')}
            size="md"
            format="hex"
            swatches={swatches}
            eyeDropperButtonProps={{ 'aria-label': t('form.pickColour') }}
            value={wish.colour}
            onChange={(colour) => set({ colour: colour.toLowerCase() })}
            error={errors.colour}
          />
        </SimpleGrid>
        <Switch
          label={t('form.occupies')}
          description={t('form.occupiesHint')}
          checked={wish.occupies_person}
          onChange={(event) => set({ occupies_person: event.currentTarget.checked })}
        />
        <PriceFields price={wish.price} onChange={(price) => set({ price })} error={errors.price} />
        <OwnSettingsFields
          own={wish.own}
          onChange={(own) => set({ own })}
          errors={errors}
          opened={settingFields.some((field) => errors[field])}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('ui:back')}
          </Button>
          <Button type="submit" loading={isPending} disabled={!wish.name.trim()}>
            {resource ? t('ui:save') : t('ui:add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type PriceFieldsProps = {
  price: Wish['price'];
  onChange: (price: Wish['price']) => void;
  error: string | undefined;
};

function PriceFields({ price, onChange, error }: PriceFieldsProps) {
  const { t } = useTranslation('resources');
  const digits = placesOf(price.currency);
  return (
    <SimpleGrid cols={2}>
      <NumberInput
        label={t('form.price')}
        min={0}
        decimalScale={digits}
        placeholder={t('form.free')}
        value={price.per_hour === null ? '' : price.per_hour / 10 ** digits}
        onChange={(value) =>
          onChange({
            ...price,
            per_hour: value === '' ? null : Math.round(Number(value) * 10 ** digits) || null,
          })
        }
        error={error}
      />
      <TextInput
        label={t('form.currency')}
        maxLength={3}
        value={price.currency}
        onChange={(event) =>
          onChange({ ...price, currency: event.currentTarget.value.toUpperCase() })
        }
      />
    </SimpleGrid>
  );
}

function placesOf(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 2;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

type OwnSettingsFieldsProps = {
  own: Wish['own'];
  onChange: (own: Wish['own']) => void;
  errors: Partial<Record<string, string>>;
  opened: boolean;
};

function OwnSettingsFields({ own, onChange, errors, opened }: OwnSettingsFieldsProps) {
  const { t } = useTranslation('resources');
  const organisation = useQuery(queryOf(readBookingSettings, {})).data;
  return (
    <Accordion variant="contained" {...(opened ? { value: 'own' } : {})}>
      <Accordion.Item value="own">
        <Accordion.Control>{t('form.own')}</Accordion.Control>
        <Accordion.Panel>
          <SettingsFields value={own} onChange={onChange} errors={errors} usual={organisation} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function wishOf(resource: Resource | undefined): Wish {
  return {
    name: resource?.name ?? '',
    colour: resource?.colour ?? '#3a4fd0',
    capacity: resource?.capacity ?? 1,
    occupies_person: resource?.occupies_person ?? true,
    price: {
      per_hour: resource?.price?.per_hour ?? null,
      currency: resource?.price?.currency ?? 'EUR',
    },
    own: resource?.own_settings ?? {},
  };
}

function useSave(resource: Resource | undefined, onDone: () => void) {
  const { t } = useTranslation('resources');
  const told = {
    refresh: ['resources', 'booking'],
    onSuccess: ({ name }: Resource) => {
      notifyDone(resource ? t('form.saved', { name }) : t('form.added', { name }));
      onDone();
    },
  };
  const add = useAction(addResource, told);
  const edit = useAction(editResource, { ...told, version: () => resource?.version });
  const save = ({ own, price, ...wish }: Wish) => {
    const body = {
      ...wish,
      name: wish.name.trim(),
      price: price.per_hour === null ? null : { ...price, per_hour: price.per_hour },
      settings: settingsIn(own),
    };
    if (resource) edit.mutate({ params: { id: resource.id }, body });
    else add.mutate({ body });
  };
  return { save, error: add.error ?? edit.error, isPending: add.isPending || edit.isPending };
}
