import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table faq_articles (
      id uuid primary key,
      slug text not null unique,
      category_id uuid references categories on delete set null,
      sort_order integer not null,
      is_published boolean not null default false,
      helpful integer not null default 0 check (helpful >= 0),
      unhelpful integer not null default 0 check (unhelpful >= 0),
      version integer not null default 1,
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null
    );
    create index faq_articles_order on faq_articles (sort_order, id);
    create index faq_articles_category on faq_articles (category_id, sort_order, id);
    create index faq_articles_popular on faq_articles ((helpful - unhelpful) desc, sort_order, id)
      where is_published;

    create table faq_texts (
      article_id uuid not null references faq_articles on delete cascade,
      language text not null check (language in ('ru', 'en')),
      title text not null check (length(title) between 1 and 150),
      body text not null check (length(body) between 1 and 8000),
      keywords text[] not null default '{}',
      primary key (article_id, language)
    );

    create table faq_words (
      lexeme text not null,
      article_id uuid not null references faq_articles on delete cascade,
      in_title boolean not null,
      primary key (lexeme, article_id) include (in_title)
    );
    create index faq_words_article on faq_words (article_id);

    create table faq_lexemes (
      lexeme text primary key,
      sound text not null,
      articles integer not null check (articles > 0)
    );
    create index faq_lexemes_sound on faq_lexemes using gin (sound gin_trgm_ops);
    create index faq_lexemes_prefix on faq_lexemes (lexeme text_pattern_ops);

    create table faq_votes (
      article_id uuid not null references faq_articles on delete cascade,
      user_id uuid not null references users on delete cascade,
      helpful boolean not null,
      voted_at timestamptz(3) not null,
      primary key (article_id, user_id)
    );
    create index faq_votes_user on faq_votes (user_id);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table faq_votes, faq_lexemes, faq_words, faq_texts, faq_articles');
}
