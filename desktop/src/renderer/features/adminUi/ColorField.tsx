import { IconCheck, IconSlash } from '@tabler/icons-react';
import { useId, type KeyboardEvent } from 'react';
import { useTranslation } from '../../app/texts';
import classes from './ColorField.module.css';

/** Colours that can be told from each other and from both grounds, by the name of their text. */
const PALETTE = {
  red: '#EF4444',
  orange: '#F97316',
  yellow: '#CA8A04',
  green: '#16A34A',
  teal: '#0D9488',
  cyan: '#0891B2',
  blue: '#3B82F6',
  violet: '#8B5CF6',
  pink: '#DB2777',
  grey: '#71717A',
} as const;
type ColorName = keyof typeof PALETTE;

const NAMES = Object.keys(PALETTE) as ColorName[];

interface Props {
  label: string;
  /** #RRGGBB; null: none of its own. */
  value: string | null;
  /** There may be none. */
  optional?: boolean;
  onChange: (color: string | null) => void;
}

/** One colour of a few. A colour from elsewhere stands beside them until another is chosen. */
export function ColorField({ label, value, optional = false, onChange }: Props) {
  const { t } = useTranslation();
  const labelId = useId();
  const own = NAMES.every((name) => PALETTE[name] !== value?.toUpperCase());
  const choices: { color: string | null; name: string }[] = [
    ...(optional ? [{ color: null, name: t('setup.noColor') }] : []),
    ...NAMES.map((name) => ({ color: PALETTE[name] as string, name: t(`setup.colors.${name}`) })),
    ...(own && value !== null ? [{ color: value, name: value }] : []),
  ];
  const isChosen = (color: string | null) => color?.toUpperCase() === value?.toUpperCase();

  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = choices.findIndex(({ color }) => isChosen(color));
    const next = (at + by + choices.length) % choices.length;
    onChange(choices[next]?.color ?? null);
    event.currentTarget.querySelectorAll<HTMLButtonElement>('button')[next]?.focus();
  };

  return (
    <div>
      <span className={classes.label} id={labelId}>
        {label}
      </span>
      <div
        className={classes.swatches}
        role="radiogroup"
        aria-labelledby={labelId}
        onKeyDown={move}
      >
        {choices.map(({ color, name }) => (
          <button
            key={name}
            type="button"
            role="radio"
            aria-checked={isChosen(color)}
            tabIndex={isChosen(color) ? 0 : -1}
            aria-label={name}
            title={name}
            className={classes.swatch}
            data-testid="color"
            data-color={color ?? 'none'}
            style={{ background: color ?? undefined }}
            onClick={() => onChange(color)}
          >
            {color === null && !isChosen(color) && <IconSlash size={14} aria-hidden="true" />}
            {isChosen(color) && <IconCheck size={14} stroke={3} aria-hidden="true" />}
          </button>
        ))}
      </div>
    </div>
  );
}
