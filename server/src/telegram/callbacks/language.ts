import { updateProfile } from '../../domain/people/updateProfile';
import { t } from '../texts';
import type { Callback } from './callback';

export const chooseLanguage: Callback<'lang'> = async (turn, [language], press) => {
  turn.user.language = language;
  await updateProfile(turn.ctx, { language });
  await turn.replace(press.messageId, t(language, 'language.done'));
};
