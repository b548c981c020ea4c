import { Alert, Button, SegmentedControl, Select, Switch } from '@mantine/core';
import type { FaqEntry } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useConnection } from '../../app/connection';
import { useCategories } from '../../app/queries/categories';
import { useTranslation } from '../../app/texts';
import classes from './ArticleEditor.module.css';
import { DeleteArticle } from './DeleteArticle';
import { missing, type ArticleLanguage } from './draft';
import { TextFields } from './TextFields';
import { useArticle } from './useArticle';

/** @param entry null: a new article */
export function ArticleEditor({ entry }: { entry: FaqEntry | null }) {
  const { t, i18n } = useTranslation();
  const { categories } = useCategories();
  const offline = useConnection().status === 'offline';
  const { draft, dirty, saving, conflict, change, save, discard } = useArticle(entry);
  const [language, setLanguage] = useState<ArticleLanguage>(i18n.language === 'en' ? 'en' : 'ru');
  const [asking, setAsking] = useState(false);
  const lack = missing(draft);

  return (
    <div className={classes.editor} data-testid="faq-editor">
      <header className={classes.head}>
        <Select
          className={classes.category}
          label={t('faq.category')}
          value={draft.categoryId ?? 'none'}
          allowDeselect={false}
          onChange={(value) => change({ categoryId: value === 'none' ? null : value })}
          data={[
            ...categories.map(({ id, icon, label }) => ({ value: id, label: `${icon} ${label}` })),
            { value: 'none', label: t('faq.general') },
          ]}
        />
        <Switch
          label={t('faq.published')}
          data-testid="faq-published"
          checked={draft.isPublished}
          onChange={(event) => change({ isPublished: event.currentTarget.checked })}
        />
        <span className={classes.space} />
        {entry !== null && (
          <Button variant="subtle" color="red" size="xs" onClick={() => setAsking(true)}>
            {t('faq.delete')}
          </Button>
        )}
        {dirty && (
          <Button variant="default" size="xs" onClick={discard}>
            {t('faq.discard')}
          </Button>
        )}
        <Button
          size="xs"
          data-testid="faq-save"
          loading={saving}
          disabled={!dirty || lack !== null || offline}
          onClick={() => save('mine')}
        >
          {t('faq.save')}
        </Button>
      </header>
      {offline && dirty && (
        <Alert color="yellow" className={classes.note}>
          {t('faq.offline')}
        </Alert>
      )}
      {conflict !== null && (
        <Alert color="yellow" title={t('faq.conflict')} className={classes.note}>
          <p>{t('faq.conflictHelp')}</p>
          <div className={classes.choices}>
            <Button size="xs" variant="default" onClick={() => save('theirs')}>
              {t('faq.takeTheirs')}
            </Button>
            <Button size="xs" onClick={() => save('over')}>
              {t('faq.keepMine')}
            </Button>
          </div>
        </Alert>
      )}
      <SegmentedControl
        className={classes.languages}
        aria-label={t('faq.language')}
        value={language}
        onChange={setLanguage}
        data={[
          { value: 'ru', label: 'Русский' },
          { value: 'en', label: 'English' },
        ]}
      />
      <TextFields
        key={language}
        language={language}
        text={draft.texts[language]}
        lacking={dirty && lack === language}
        onChange={(text) => change({ texts: { ...draft.texts, [language]: text } })}
      />
      {entry !== null && asking && <DeleteArticle entry={entry} onClose={() => setAsking(false)} />}
    </div>
  );
}
