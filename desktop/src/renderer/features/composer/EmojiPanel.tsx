import { TextInput } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { ConsoleLanguage } from '../../app/i18n';
import { useTranslation } from '../../app/texts';
import {
  EMOJI_GROUPS,
  findEmoji,
  loadEmoji,
  recentEmoji,
  rememberEmoji,
  type Emoji,
  type EmojiGroup,
} from './emoji';
import classes from './EmojiPanel.module.css';

const COLUMNS = 9;
/** What stands for each group on its tab. */
const FACES: Record<EmojiGroup, string> = {
  smileys: '😀',
  people: '👋',
  animals: '🐻',
  food: '🍏',
  travel: '🚗',
  activities: '⚽',
  objects: '💡',
  symbols: '🔣',
  flags: '🏁',
};

/** All emoji: by group, by search in the person's language, the recent ones first. */
export function EmojiPanel({ onPick }: { onPick: (unicode: string) => void }) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState<Emoji[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [wanted, setWanted] = useState('');
  const [group, setGroup] = useState<EmojiGroup>('smileys');
  const grid = useRef<HTMLDivElement>(null);
  const language: ConsoleLanguage = i18n.language === 'en' ? 'en' : 'ru';

  useEffect(() => {
    let left = false;
    loadEmoji(language).then(
      (emoji) => !left && setAll(emoji),
      () => !left && setFailed(true),
    );
    return () => {
      left = true;
    };
  }, [language]);

  const searching = wanted.trim() !== '';
  const shown = useMemo(() => {
    if (all === null) return [];
    return searching ? findEmoji(all, wanted) : all.filter((one) => one.group === group);
  }, [all, group, searching, wanted]);
  const recent = useMemo(() => {
    const byCode = new Map((all ?? []).map((one) => [one.unicode, one]));
    return recentEmoji().flatMap((unicode) => byCode.get(unicode) ?? []);
  }, [all]);

  const pick = ({ unicode }: Emoji): void => {
    rememberEmoji(unicode);
    onPick(unicode);
  };

  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    const steps: Partial<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: COLUMNS,
      ArrowUp: -COLUMNS,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(grid.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
  };

  const one = (emoji: Emoji, key: string) => (
    <button
      key={key}
      type="button"
      className={classes.emoji}
      aria-label={emoji.label}
      title={emoji.label}
      data-testid="emoji"
      onClick={() => pick(emoji)}
    >
      {emoji.unicode}
    </button>
  );

  return (
    <div className={classes.panel} data-testid="emoji-panel">
      <TextInput
        size="xs"
        value={wanted}
        data-autofocus
        data-testid="emoji-search"
        placeholder={t('composer.emojiSearch')}
        aria-label={t('composer.emojiSearch')}
        onChange={(event) => setWanted(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = shown;
          if (event.key === 'Enter' && first) pick(first);
          else if (event.key === 'ArrowDown') grid.current?.querySelector('button')?.focus();
          else return;
          event.preventDefault();
        }}
      />
      {!searching && (
        <div className={classes.groups} role="group" aria-label={t('composer.emojiGroups')}>
          {EMOJI_GROUPS.map((name) => (
            <button
              key={name}
              type="button"
              className={classes.group}
              aria-pressed={group === name}
              aria-label={t(`composer.emojiGroup.${name}`)}
              title={t(`composer.emojiGroup.${name}`)}
              onClick={() => setGroup(name)}
            >
              {FACES[name]}
            </button>
          ))}
        </div>
      )}
      <div className={classes.scroller} ref={grid} onKeyDown={walk} tabIndex={-1}>
        {failed && <p className={classes.empty}>{t('composer.emojiFailed')}</p>}
        {!searching && recent.length > 0 && (
          <>
            <p className={classes.head}>{t('composer.emojiRecent')}</p>
            <div className={classes.grid}>
              {recent.map((emoji) => one(emoji, `recent-${emoji.unicode}`))}
            </div>
          </>
        )}
        {all !== null && (
          <>
            {!searching && <p className={classes.head}>{t(`composer.emojiGroup.${group}`)}</p>}
            <div className={classes.grid}>{shown.map((emoji) => one(emoji, emoji.unicode))}</div>
            {shown.length === 0 && <p className={classes.empty}>{t('composer.emojiNone')}</p>}
          </>
        )}
      </div>
    </div>
  );
}
