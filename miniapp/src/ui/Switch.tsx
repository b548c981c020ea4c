interface SwitchProps {
  label: string;
  hint?: string | undefined;
  checked: boolean;
  testId: string;
  onChange: (next: boolean) => void;
}

/** A line that is on or off. */
export function Switch({ label, hint, checked, testId, onChange }: SwitchProps) {
  return (
    <label className="setting">
      <span className="setting-text">
        {label}
        {hint !== undefined && <span className="setting-hint">{hint}</span>}
      </span>
      <input
        type="checkbox"
        role="switch"
        className="switch"
        data-testid={testId}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
