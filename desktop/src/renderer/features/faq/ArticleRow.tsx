import { Badge } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import type { FaqEntryHead } from '@tikethet/shared/contracts';
import { useTranslation } from '../../app/texts';
import { IconButton } from '../../ui/IconButton';
import { NavLink } from '../../ui/Link';
import classes from './ArticleList.module.css';

interface ArticleRowProps {
  article: FaqEntryHead;
  selected: boolean;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
}

/** An article in the list: its title, its languages, what people say of it, its place. */
export function ArticleRow({ article, selected, isFirst, isLast, onMove }: ArticleRowProps) {
  const { t, i18n } = useTranslation();
  const { titles, helpful, unhelpful, isPublished } = article;
  const own = i18n.language === 'en' ? titles.en : titles.ru;
  const title = own ?? titles.ru ?? titles.en ?? '';
  const languages = [titles.ru !== null && 'RU', titles.en !== null && 'EN'].filter(
    (one) => one !== false,
  );
  return (
    <li className={classes.row} data-selected={selected} data-testid="faq-entry">
      <NavLink to={`/admin/faq/${article.id}`} className={classes.link}>
        <span className={classes.name}>{title}</span>
        <span className={classes.facts}>
          {!isPublished && (
            <Badge size="xs" variant="light" color="gray" tt="none">
              {t('faq.draft')}
            </Badge>
          )}
          <span>{languages.join(' · ')}</span>
          <span className={classes.votes} aria-label={t('faq.helpedCount', { count: helpful })}>
            <IconThumbUp size={12} aria-hidden="true" /> {helpful}
          </span>
          <span
            className={classes.votes}
            aria-label={t('faq.notHelpedCount', { count: unhelpful })}
          >
            <IconThumbDown size={12} aria-hidden="true" /> {unhelpful}
          </span>
        </span>
      </NavLink>
      <span className={classes.moves}>
        <IconButton label={t('faq.up', { title })} disabled={isFirst} onClick={() => onMove(-1)}>
          <IconArrowUp size={14} />
        </IconButton>
        <IconButton label={t('faq.down', { title })} disabled={isLast} onClick={() => onMove(1)}>
          <IconArrowDown size={14} />
        </IconButton>
      </span>
    </li>
  );
}
