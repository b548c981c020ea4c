import { Textarea } from '@mantine/core';
import type { Ticket } from '@tikethet/shared/contracts';
import type { KeyboardEvent, Ref } from 'react';
import { usePreferences } from '../../app/preferences';
import { useShortcutHub } from '../../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../../app/texts';
import classes from './Composer.module.css';
import { formatOf } from './FormatBar';
import { mentionOptionId } from './MentionList';
import { selectionOf, type TextEdit } from './textEdit';
import type { useMentions } from './useMentions';

interface Props {
  ref: Ref<HTMLTextAreaElement>;
  note: boolean;
  /** To whom one writes; in which language, as far as it is known. */
  customer: Pick<Ticket['customer'], 'displayName'> & { language?: string | null };
  text: string;
  mentions: ReturnType<typeof useMentions>;
  /** Of the list of colleagues that the field opens. */
  listId: string;
  onText: (text: string) => void;
  onFiles: (files: readonly File[]) => void;
  onFormat: (edit: TextEdit) => void;
  /** @returns whether the key was meant for what is open over the field */
  onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
}

/** The composer's field: its words, its keys, what is pasted into it. */
export function WritingField(props: Props) {
  const { ref, note, customer, text, mentions, listId } = props;
  const { t, i18n } = useTranslation();
  const { preferences } = usePreferences();
  const { hub } = useShortcutHub();
  const named = mentions.people[mentions.active];
  return (
    <Textarea
      ref={ref}
      variant="unstyled"
      classNames={{ input: classes.input ?? '' }}
      aria-label={t(note ? 'composer.note' : 'composer.reply')}
      aria-autocomplete={note ? 'list' : undefined}
      aria-controls={mentions.people.length > 0 ? listId : undefined}
      aria-activedescendant={named && mentionOptionId(named)}
      placeholder={
        note
          ? t('composer.notePlaceholder')
          : t('composer.replyPlaceholder', { name: customer.displayName })
      }
      spellCheck={preferences.spelling}
      lang={customer.language ?? i18n.language}
      value={text}
      data-testid="composer-input"
      onChange={(event) => {
        const { value, selectionStart } = event.currentTarget;
        props.onText(value);
        mentions.follow(value, selectionStart);
      }}
      onSelect={(event) => {
        const { value, selectionStart } = event.currentTarget;
        mentions.follow(value, selectionStart);
      }}
      onBlur={mentions.close}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (files.length === 0) return;
        event.preventDefault();
        props.onFiles(files);
      }}
      onKeyDown={(event) => {
        if (mentions.onKey(event) || props.onKey(event)) return;
        // As in chats: up from an empty field, to what one wrote last.
        const up = event.key === 'ArrowUp' && !event.altKey && !event.shiftKey;
        if (up && text === '' && hub.run('editMessage')) {
          event.preventDefault();
          return;
        }
        const format = formatOf(event, selectionOf(event.currentTarget));
        if (format) props.onFormat(format);
        else if (event.key === 'Escape') event.currentTarget.blur();
        else return;
        event.preventDefault();
      }}
    />
  );
}
