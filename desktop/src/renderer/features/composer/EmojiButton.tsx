import { Popover } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useKeysOf } from '../../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../../app/texts';
import { IconButton } from '../../ui/IconButton';

const EmojiPanel = lazy(() =>
  import('./EmojiPanel').then(({ EmojiPanel: panel }) => ({ default: panel })),
);

interface Props {
  opened: boolean;
  onOpen: (opened: boolean) => void;
  onPick: (unicode: string) => void;
}

/** Opens the emoji; whatever is chosen goes to the cursor. */
export function EmojiButton({ opened, onOpen, onPick }: Props) {
  const { t } = useTranslation();
  return (
    <Popover
      opened={opened}
      onChange={onOpen}
      position="top-start"
      trapFocus
      returnFocus
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <IconButton
          label={t('composer.emoji')}
          shortcut={useKeysOf('emoji')}
          aria-expanded={opened}
          data-testid="emoji-button"
          onClick={() => onOpen(!opened)}
        >
          <IconMoodSmile size={18} stroke={1.6} />
        </IconButton>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('composer.emoji')}>
        <Suspense fallback={null}>
          <EmojiPanel onPick={onPick} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
