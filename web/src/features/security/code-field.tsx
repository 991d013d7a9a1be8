import { TextInput, type TextInputProps } from '@mantine/core';

/** A code of the authenticator app, or a recovery code; telephones offer to fill it in. */
export function CodeField(props: TextInputProps) {
  return (
    <TextInput
      label="Code"
      description="Six digits from your authenticator app, or a recovery code."
      autoComplete="one-time-code"
      inputMode="text"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={20}
      required
      {...props}
    />
  );
}
