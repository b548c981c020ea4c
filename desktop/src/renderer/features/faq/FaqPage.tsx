import { Button } from '@mantine/core';
import { IconBook2, IconPlus } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useGo } from '../../app/places';
import { isMissing } from '../../app/bridge';
import { useFaqEntry } from '../../app/queries/faq';
import { useTranslation } from '../../app/texts';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { SplitPage } from '../../ui/SplitPage';
import { ArticleEditor } from './ArticleEditor';
import { ArticleList } from './ArticleList';
import classes from './FaqPage.module.css';

const NEW = 'new';

/** Answers written once for many: the list, and the article that is being written. */
export function FaqPage() {
  const { t } = useTranslation();
  const go = useGo();
  const { articleId } = useParams();
  return (
    <SplitPage
      title={t('faq.title')}
      testId="faq-page"
      sideClass={classes.side}
      action={
        <Button
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          data-testid="faq-new"
          onClick={() => go(`/admin/faq/${NEW}`)}
        >
          {t('faq.new')}
        </Button>
      }
      list={<ArticleList selectedId={articleId ?? null} />}
      label={t('faq.editor')}
    >
      {articleId === undefined ? (
        <EmptyState icon={<IconBook2 size={22} stroke={1.5} />} title={t('faq.choose')}>
          {t('faq.chooseHelp')}
        </EmptyState>
      ) : articleId === NEW ? (
        <ArticleEditor key={NEW} entry={null} />
      ) : (
        <OpenedArticle key={articleId} id={articleId} />
      )}
    </SplitPage>
  );
}

function OpenedArticle({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useFaqEntry(id);
  if (data) return <ArticleEditor entry={data} />;
  if (isMissing(error)) return <EmptyState title={t('faq.gone')} />;
  if (error) {
    return <ErrorState title={t('faq.failed')} error={error} retry={() => void refetch()} />;
  }
  return <div aria-busy="true" />;
}
