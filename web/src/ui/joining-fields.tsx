import { PasswordInput, type PasswordInputProps, SimpleGrid, TextInput } from '@mantine/core';

type Form = { getInputProps(field: 'first_name' | 'last_name'): object };

/** First and last name of someone who joins. */
export function NameFields({ form }: { form: Form }) {
  return (
    <SimpleGrid cols={2}>
      <TextInput
        label="First name"
        required
        autoComplete="given-name"
        {...form.getInputProps('first_name')}
      />
      <TextInput
        label="Last name"
        required
        autoComplete="family-name"
        {...form.getInputProps('last_name')}
      />
    </SimpleGrid>
  );
}

/** A password that is chosen for the first time. */
export function NewPasswordField(props: PasswordInputProps) {
  return (
    <PasswordInput
      label="Password"
      description="10 characters or more; a sentence is good."
      required
      minLength={10}
      autoComplete="new-password"
      {...props}
    />
  );
}
