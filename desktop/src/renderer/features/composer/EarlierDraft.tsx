import { Button } from '@mantine/core';
import { useTranslation } from '../../app/texts';
import classes from './Collision.module.css';

interface Props {
  text: string;
  onTake: () => void;
  onDrop: () => void;
}

/** What stood in this draft here when another device had written something newer. */
export function EarlierDraft({ text, onTake, onDrop }: Props) {
  const { t } = useTranslation();
  if (text === '') return null;
  return (
    <section className={classes.newcomers} role="status" data-testid="earlier-draft">
      <p className={classes.head}>{t('composer.earlier')}</p>
      <p className={classes.text}>{text}</p>
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="default" onClick={onTake}>
          {t('composer.earlierTake')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onDrop}>
          {t('composer.earlierDrop')}
        </Button>
      </div>
    </section>
  );
}
