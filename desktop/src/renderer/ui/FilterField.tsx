import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';

/** Narrows what stands below it as one types; Esc empties it. */
export function FilterField({
  value,
  onChange,
  label,
  clear,
  testId,
}: {
  value: string;
  onChange: (text: string) => void;
  label: string;
  clear: string;
  testId: string;
}) {
  return (
    <TextInput
      size="xs"
      type="search"
      maxLength={200}
      value={value}
      aria-label={label}
      placeholder={label}
      data-testid={testId}
      leftSection={<IconSearch size={14} stroke={1.8} aria-hidden="true" />}
      rightSection={
        value === '' ? null : (
          <CloseButton size="xs" aria-label={clear} onClick={() => onChange('')} />
        )
      }
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || value === '') return;
        event.preventDefault();
        event.stopPropagation();
        onChange('');
      }}
    />
  );
}
