import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaqOverview } from '../../api/faq';
import { push } from '../../app/navigation';
import { usePrimaryAction } from '../../init/actions';
import { prefillNewTicket } from '../../state/prefillNewTicket';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { TopBar } from '../../ui/TopBar';
import { SearchField } from '../tickets/SearchField';
import { SkeletonRows } from '../tickets/SkeletonRows';
import { ArticleRows } from './ArticleRows';
import { SearchResults } from './SearchResults';
import { Topics } from './Topics';
import '../../ui/styles/help.css';

/** Milliseconds without a key before the search is sent. */
const SEARCH_PAUSE = 250;

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), value === '' ? 0 : SEARCH_PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

/** Answers before questions: search, what people often ask, topics, and how to reach a person. */
export function HelpScreen({ active }: { active: boolean }) {
  const { t } = useTranslation('help');
  const [typed, setTyped] = useState('');
  const search = usePaused(typed.trim());
  const scroller = useRef<HTMLDivElement>(null);
  // Other answers begin at their beginning.
  useEffect(() => {
    // Newer browsers answer with a promise, which React would take for a way to clean up.
    scroller.current?.scrollTo(0, 0);
  }, [search]);
  const ask = (title = ''): void => {
    if (title !== '') prefillNewTicket({ title });
    push({ name: 'new', step: 1 });
  };
  usePrimaryAction(active ? { text: t('ask'), testId: 'help-ask', onPress: () => ask() } : null);

  return (
    <div className="screen" data-testid="help">
      <TopBar title={t('title')} />
      <div className="scroller help" ref={scroller}>
        <div className="search-line">
          <SearchField
            value={typed}
            onChange={setTyped}
            label={t('search')}
            clearLabel={t('clearSearch')}
            testId="faq-search"
          />
        </div>
        {search === '' ? <Overview /> : <SearchResults text={search} onAsk={() => ask(search)} />}
        <section className="card contact" aria-labelledby="contact-title">
          <h2 id="contact-title">{t('contactTitle')}</h2>
          <ol>
            <li>{t('contact1')}</li>
            <li>{t('contact2')}</li>
            <li>{t('contact3')}</li>
          </ol>
        </section>
      </div>
    </div>
  );
}

function Overview() {
  const { t } = useTranslation('help');
  const { data, error, isFetching, refetch } = useFaqOverview();
  if (data === undefined) {
    if (error === null) return <SkeletonRows />;
    return (
      <ErrorNotice
        title={t('errorTitle')}
        error={error}
        busy={isFetching}
        onRetry={() => void refetch()}
      />
    );
  }
  if (data.categories.length === 0) {
    return <Notice emoji="📖" title={t('emptyTitle')} text={t('emptyText')} />;
  }
  return (
    <>
      <h2 className="help-heading">{t('popular')}</h2>
      <ArticleRows articles={data.popular} />
      <h2 className="help-heading">{t('topics')}</h2>
      <Topics topics={data.categories} />
    </>
  );
}
