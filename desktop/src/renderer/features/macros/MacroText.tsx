import { Button, Menu, SegmentedControl, Textarea } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import type { MacroActions } from '@tikethet/shared/contracts';
import {
  exampleValues,
  MACRO_LIMITS,
  MACRO_VARIABLES,
  renderTemplate,
  type MacroVariable,
} from '@tikethet/shared/macros';
import { useRef, useState } from 'react';
import { useTranslation } from '../../app/texts';
import { MessageText } from '../conversation/MessageText';
import { MacroDeeds } from './MacroDeeds';
import classes from './MacroEditor.module.css';

interface Props {
  texts: { ru: string; en: string };
  actions: MacroActions;
  onChange: (texts: { ru: string; en: string }) => void;
}

/** `customer.name` → the key of its name in the texts (dots part keys there). */
function textKey<V extends MacroVariable>(name: V) {
  return name.replace('.', '_') as V extends `${infer A}.${infer B}` ? `${A}_${B}` : V;
}

/** What it says in each language, beside how a customer would read it. */
export function MacroText({ texts, actions, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const [language, setLanguage] = useState<'ru' | 'en'>(() => {
    const [mine, other] =
      i18n.language === 'en' ? (['en', 'ru'] as const) : (['ru', 'en'] as const);
    return texts[mine] === '' && texts[other] !== '' ? other : mine;
  });
  const area = useRef<HTMLTextAreaElement>(null);
  const text = texts[language];
  const put = (next: string) => onChange({ ...texts, [language]: next });
  const insert = (name: MacroVariable) => {
    const at = area.current?.selectionEnd ?? text.length;
    const from = area.current?.selectionStart ?? at;
    const hole = `{{${name}}}`;
    put(text.slice(0, from) + hole + text.slice(at));
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(from + hole.length, from + hole.length);
    });
  };
  return (
    <div>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('macros.text')}
          value={language}
          onChange={setLanguage}
          data={[
            { value: 'ru', label: t('macros.textRu') },
            { value: 'en', label: t('macros.textEn') },
          ]}
        />
        <Menu position="bottom-end" transitionProps={{ duration: 0 }} returnFocus={false}>
          <Menu.Target>
            <Button variant="default" leftSection={<IconBraces size={14} stroke={1.6} />}>
              {t('macros.variables')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {MACRO_VARIABLES.map((name) => (
              <Menu.Item key={name} onClick={() => insert(name)}>
                {t(`macros.variable.${textKey(name)}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      <div className={classes.text} lang={language}>
        <Textarea
          ref={area}
          aria-label={t(language === 'ru' ? 'macros.textRu' : 'macros.textEn')}
          autosize
          minRows={8}
          maxRows={20}
          maxLength={MACRO_LIMITS.body}
          value={text}
          data-testid="macro-text"
          onChange={(event) => put(event.currentTarget.value)}
        />
        <section className={classes.preview} aria-label={t('macros.preview')}>
          <p className={classes.label}>{t('macros.preview')}</p>
          {text.trim() === '' ? (
            <p className={classes.hint}>{t('macros.textHelp')}</p>
          ) : (
            <MessageText
              content={renderTemplate(text, exampleValues(language, new Date())).text}
              format="markdown"
            />
          )}
          <MacroDeeds actions={actions} />
        </section>
      </div>
    </div>
  );
}
