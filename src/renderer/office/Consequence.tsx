import { Button, Group, List, Modal } from '@mantine/core';

/** Shows exactly what an act will do before it is done: for the few acts that Undo cannot take back. */
export function Consequence({
  opened,
  title,
  points,
  action,
  onClose,
  onConfirm,
}: {
  readonly opened: boolean;
  readonly title: string;
  readonly points: readonly string[];
  readonly action: string;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <List spacing="xs">
        {points.map((point) => (
          <List.Item key={point}>{point}</List.Item>
        ))}
      </List>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
