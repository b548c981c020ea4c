import { SegmentedControl, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { FaqText } from '@tikethet/shared/contracts';
import { FAQ_LIMITS } from '@tikethet/shared/faq';
import { useState } from 'react';
import { useTranslation } from '../../app/texts';
import { MessageText } from '../conversation/MessageText';
import classes from './ArticleEditor.module.css';
import type { ArticleLanguage } from './draft';

interface TextFieldsProps {
  language: ArticleLanguage;
  text: FaqText;
  /** There is a title without a body, or the other way round. */
  lacking: boolean;
  onChange: (text: FaqText) => void;
}

/** What the article says in one language: written, or as customers will read it. */
export function TextFields({ language, text, lacking, onChange }: TextFieldsProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<'write' | 'preview'>('write');
  return (
    <div className={classes.fields} lang={language}>
      {lacking && <p className={classes.hint}>{t('faq.needed')}</p>}
      <TextInput
        label={t('faq.articleTitle')}
        data-testid="faq-title"
        value={text.title}
        maxLength={FAQ_LIMITS.title}
        onChange={(event) => onChange({ ...text, title: event.currentTarget.value })}
      />
      <div className={classes.bodyHead}>
        <span className={classes.bodyLabel} id="faq-body-label">
          {t('faq.body')}
        </span>
        <SegmentedControl
          size="xs"
          aria-label={t('faq.view')}
          value={view}
          onChange={setView}
          data={[
            { value: 'write', label: t('faq.write') },
            { value: 'preview', label: t('faq.preview') },
          ]}
        />
      </div>
      {view === 'write' ? (
        <Textarea
          aria-labelledby="faq-body-label"
          data-testid="faq-body"
          description={t('faq.bodyHelp')}
          inputWrapperOrder={['input', 'description']}
          autosize
          minRows={12}
          maxRows={30}
          value={text.body}
          maxLength={FAQ_LIMITS.body}
          onChange={(event) => onChange({ ...text, body: event.currentTarget.value })}
        />
      ) : (
        <article className={classes.preview} data-testid="faq-preview">
          <h2>{text.title}</h2>
          {text.body.trim() === '' ? (
            <p className={classes.hint}>{t('faq.previewEmpty')}</p>
          ) : (
            <MessageText content={text.body} format="markdown" />
          )}
        </article>
      )}
      <TagsInput
        label={t('faq.keywords')}
        description={t('faq.keywordsHelp')}
        data-testid="faq-keywords"
        value={text.keywords}
        maxTags={FAQ_LIMITS.keywords}
        clearable={false}
        onChange={(keywords) =>
          onChange({ ...text, keywords: keywords.map((one) => one.slice(0, FAQ_LIMITS.keyword)) })
        }
      />
    </div>
  );
}
