/** A list of short words: Enter or a comma adds one, Backspace takes the last one back, pasting takes many at once. */
import { Pill, PillsInput } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';

type TagsFieldProps = {
  label: string;
  description?: string;
  placeholder?: string;
  tags: readonly string[];
  error?: string;
  disabled?: boolean;
  removeLabel: (tag: string) => string;
  onChange: (tags: string[]) => void;
};

export function TagsField(props: TagsFieldProps) {
  const { label, description, placeholder, tags, error, disabled, removeLabel, onChange } = props;
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    const words = text.split(/[\s,;]+/).filter(Boolean);
    setTyped('');
    if (words.length > 0) onChange([...new Set([...tags, ...words])]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ',') && typed.trim()) {
      event.preventDefault();
      add(typed);
    }
    if (event.key === 'Backspace' && typed === '') onChange(tags.slice(0, -1));
  };
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    add(typed + event.clipboardData.getData('text'));
  };
  return (
    <PillsInput label={label} description={description} error={error} disabled={disabled}>
      <Pill.Group>
        {tags.map(tag => (
          <Pill
            key={tag}
            withRemoveButton={!disabled}
            onRemove={() => onChange(tags.filter(one => one !== tag))}
            removeButtonProps={{ 'aria-label': removeLabel(tag), tabIndex: 0, 'aria-hidden': false }}
          >
            {tag}
          </Pill>
        ))}
        <PillsInput.Field
          value={typed}
          placeholder={tags.length === 0 ? placeholder : undefined}
          aria-invalid={error ? true : undefined}
          onChange={event => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => add(typed)}
        />
      </Pill.Group>
    </PillsInput>
  );
}
