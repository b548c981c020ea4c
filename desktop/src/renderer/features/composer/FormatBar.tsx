import {
  IconBlockquote,
  IconBold,
  IconCode,
  IconItalic,
  IconLink,
  IconStrikethrough,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from '../../app/texts';
import { IconButton } from '../../ui/IconButton';
import { MOD } from '../../ui/Keys';
import classes from './Composer.module.css';
import { coded, linked, quoted, wrapped, type Selection, type TextEdit } from './textEdit';

interface Format {
  icon: Icon;
  /** The letter pressed with Mod (and Shift), by its place on the keyboard. */
  code: string;
  shift: boolean;
  /** Without a selection the key means something else. */
  needsSelection?: true;
  edit: (selection: Selection) => TextEdit;
}

const FORMATS = {
  bold: { icon: IconBold, code: 'KeyB', shift: false, edit: (one) => wrapped(one, '**') },
  italic: { icon: IconItalic, code: 'KeyI', shift: false, edit: (one) => wrapped(one, '_') },
  strike: {
    icon: IconStrikethrough,
    code: 'KeyX',
    shift: true,
    edit: (one) => wrapped(one, '~~'),
  },
  code: { icon: IconCode, code: 'KeyC', shift: true, edit: coded },
  quote: { icon: IconBlockquote, code: 'Period', shift: true, edit: quoted },
  // Mod+K finds everything; with words selected, it links them.
  link: { icon: IconLink, code: 'KeyK', shift: false, needsSelection: true, edit: linked },
} as const satisfies Record<string, Format>;

const NAMES = Object.keys(FORMATS) as (keyof typeof FORMATS)[];

/** The formatting that a key press asks for; null: none. */
export function formatOf(
  event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'code'>,
  selection: Selection,
): TextEdit | null {
  if ((!event.ctrlKey && !event.metaKey) || event.altKey) return null;
  for (const name of NAMES) {
    const format: Format = FORMATS[name];
    if (format.code !== event.code || format.shift !== event.shiftKey) continue;
    if (format.needsSelection && selection.start === selection.end) continue;
    return format.edit(selection);
  }
  return null;
}

function keysOf({ code, shift }: Format): string {
  const key = code === 'Period' ? '.' : code.replace('Key', '');
  return [MOD, ...(shift ? ['Shift'] : []), key].join(' ');
}

/** Formatting that the customer sees in their chat. */
export function FormatBar({ onEdit }: { onEdit: (edit: (one: Selection) => TextEdit) => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.formats} role="toolbar" aria-label={t('composer.formatting')}>
      {NAMES.map((name) => {
        const format: Format = FORMATS[name];
        const Picture = format.icon;
        return (
          <IconButton
            key={name}
            label={t(`composer.format.${name}`)}
            shortcut={keysOf(format)}
            data-testid={`format-${name}`}
            // The selection must stay where it is.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onEdit(format.edit)}
          >
            <Picture size={16} stroke={1.7} />
          </IconButton>
        );
      })}
    </div>
  );
}
