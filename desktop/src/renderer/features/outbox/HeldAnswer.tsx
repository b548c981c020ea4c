import type { BridgeError } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import { clockTime } from '../../ui/time';
import { MessageText } from '../conversation/MessageText';
import classes from './HeldAnswer.module.css';

interface Answer {
  content: string;
  format: 'plain' | 'markdown';
  attachments: number;
}

function answerOf({ details }: BridgeError): Answer | null {
  const { answer } = details;
  if (typeof answer !== 'object' || answer === null) return null;
  const { content, format, attachments } = answer as Record<string, unknown>;
  return {
    content: typeof content === 'string' ? content : '',
    format: format === 'markdown' ? 'markdown' : 'plain',
    attachments: typeof attachments === 'number' ? attachments : 0,
  };
}

/** What a colleague wrote while one's own reply waited: the difference to be seen. */
export function HeldAnswer({ problem }: { problem: BridgeError }) {
  const { t, i18n } = useTranslation();
  const answer = answerOf(problem);
  if (answer === null) return null;
  const { changedByName, changedAt } = problem.details;
  const name = typeof changedByName === 'string' ? changedByName : t('outbox.colleague');
  return (
    <blockquote className={classes.answer} data-testid="held-answer">
      <span className={classes.who}>
        {t('collision.theirs', { name })}
        {typeof changedAt === 'string' && (
          <time dateTime={changedAt}> {clockTime(changedAt, i18n.language)}</time>
        )}
      </span>
      <MessageText content={answer.content} format={answer.format} />
      {answer.attachments > 0 && (
        <span className={classes.who}>{t('collision.files', { count: answer.attachments })}</span>
      )}
    </blockquote>
  );
}
