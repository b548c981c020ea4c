import type { BottomButton } from './hostState';

interface Props {
  main: BottomButton;
  secondary: BottomButton;
  background: string;
  theme: Record<string, string>;
  onMain: () => void;
  onSecondary: () => void;
}

/** Main and secondary button under the frame, placed as the Mini App asks. */
export function BottomButtons({ main, secondary, background, theme, onMain, onSecondary }: Props) {
  const showMain = main.isVisible && main.text.trim() !== '';
  const showSecondary = secondary.isVisible && secondary.text.trim() !== '';
  if (!showMain && !showSecondary) return null;
  return (
    <footer className={`bottomButtons ${secondary.position ?? 'left'}`} style={{ background }}>
      {showSecondary && (
        <Button
          button={secondary}
          testId="secondary-button"
          fallback={[theme['secondary_bg_color'], theme['button_color']]}
          onPress={onSecondary}
        />
      )}
      {showMain && (
        <Button
          button={main}
          testId="main-button"
          fallback={[theme['button_color'], theme['button_text_color']]}
          onPress={onMain}
        />
      )}
    </footer>
  );
}

interface ButtonProps {
  button: BottomButton;
  testId: string;
  fallback: [string | undefined, string | undefined];
  onPress: () => void;
}

function Button({ button, testId, fallback, onPress }: ButtonProps) {
  return (
    <button
      type="button"
      className={button.hasShine ? 'shine' : ''}
      data-testid={testId}
      disabled={!button.isActive || button.isProgressVisible}
      style={{
        background: button.color ?? fallback[0],
        color: button.textColor ?? fallback[1],
        opacity: button.isActive ? 1 : 0.55,
      }}
      onClick={onPress}
    >
      {button.isProgressVisible ? <span className="spinner small" /> : button.text}
    </button>
  );
}
