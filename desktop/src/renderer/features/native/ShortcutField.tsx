import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from '../../app/texts';
import { IconButton } from '../../ui/IconButton';
import { acceleratorOf, shownAccelerator } from './accelerator';
import classes from './ShortcutField.module.css';

/** Takes the next keys that are pressed; Escape leaves it as it was. */
export function ShortcutField({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  const { t } = useTranslation();
  const [listening, setListening] = useState(false);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!listening || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setListening(false);
    const accelerator = acceleratorOf(event.nativeEvent);
    if (accelerator === null) return;
    setListening(false);
    onChange(accelerator);
  };
  const keys = value === null ? t('native.shortcutNone') : shownAccelerator(value).join(' + ');
  return (
    <span className={classes.field}>
      <Button
        variant="default"
        data-testid="system-shortcut"
        aria-label={`${t('native.shortcutChange')}: ${keys}`}
        onClick={() => setListening(true)}
        onBlur={() => setListening(false)}
        onKeyDown={onKeyDown}
      >
        {listening ? t('native.shortcutPress') : keys}
      </Button>
      {value !== null && (
        <IconButton label={t('native.shortcutRemove')} onClick={() => onChange(null)}>
          <IconX size={14} stroke={1.8} />
        </IconButton>
      )}
    </span>
  );
}
