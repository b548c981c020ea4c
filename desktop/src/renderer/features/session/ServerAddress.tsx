import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { ProgramBridge } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import classes from './SignInScreen.module.css';

/** Which desk one signs in to, and the way to another. */
export function ServerAddress({ program }: { program: ProgramBridge }) {
  const { t } = useTranslation();
  const about = useQuery({ queryKey: ['program'], queryFn: () => program.about() }).data;
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<'invalid' | 'silent' | null>(null);
  const [busy, setBusy] = useState(false);

  if (!about) return null;
  if (typed === null) {
    return (
      <p className={classes.server}>
        {t('session.server')}: <span data-testid="server-address">{about.serverUrl}</span>
        {!about.serverFixed && (
          <button
            type="button"
            className={classes.change}
            data-testid="change-server"
            onClick={() => setTyped(about.serverUrl)}
          >
            {t('session.changeServer')}
          </button>
        )}
      </p>
    );
  }
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const result = await program.useServer(typed);
    // The program starts again when it could.
    if (result.ok) return;
    setBusy(false);
    setProblem(result.error.code === 'validation_failed' ? 'invalid' : 'silent');
  };
  return (
    <form className={classes.address} onSubmit={(event) => void save(event)}>
      <TextInput
        label={t('session.serverLabel')}
        description={t('session.serverHelp')}
        error={problem && t(`session.server${problem === 'invalid' ? 'Invalid' : 'Silent'}`)}
        value={typed}
        disabled={busy}
        autoFocus
        spellCheck={false}
        data-testid="server-input"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={classes.addressButtons}>
        <Button
          variant="default"
          disabled={busy}
          onClick={() => {
            setTyped(null);
            setProblem(null);
          }}
        >
          {t('app.cancel')}
        </Button>
        <Button type="submit" disabled={busy || typed.trim() === ''} data-testid="use-server">
          {t(busy ? 'session.serverAsking' : 'session.useServer')}
        </Button>
      </div>
    </form>
  );
}
