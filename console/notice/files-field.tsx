import { Button, Input, List, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChosenFile, FILE_LIMITS, FILE_TYPES, faultOfFile, toBase64, toHex } from './files.ts';
import { useForm } from './form-state.tsx';
import { type QuestionFieldProps, useQuestionWords } from './question-field.tsx';

/** Takes files to send along, and shows the hash by which each can be known again. */
export function FilesField({ question }: QuestionFieldProps): ReactNode {
  const { t } = useTranslation();
  const { files, setFiles } = useForm();
  const { title, help } = useQuestionWords(question);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const add = async (picked: readonly File[]): Promise<void> => {
    let chosen = files;
    const refused: string[] = [];
    for (const file of picked) {
      const read = await readFile(file);
      const fault = faultOfFile(read, chosen);
      if (fault === null) chosen = [...chosen, read];
      else refused.push(t(`files.${fault}`, { name: file.name }));
    }
    setFiles(chosen);
    setRefusals(refused);
  };
  return (
    <Stack gap="xs">
      <Input.Wrapper
        id="attachments"
        label={title}
        description={`${help} ${t('files.limits', { most: FILE_LIMITS.most, kilobytes: FILE_LIMITS.bytes / 1024 })}`}
        error={refusals.length > 0 ? refusals.join(' ') : undefined}
      >
        <input
          id="attachments"
          className="files"
          type="file"
          multiple
          accept={FILE_TYPES.join(',')}
          aria-describedby="attachments-description attachments-error"
          onChange={({ currentTarget }) => {
            void add([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </Input.Wrapper>
      <ChosenFiles files={files} onRemove={(sha256) => setFiles(files.filter((file) => file.sha256 !== sha256))} />
    </Stack>
  );
}

interface ChosenFilesProps {
  readonly files: readonly ChosenFile[];
  readonly onRemove: (sha256: string) => void;
}

function ChosenFiles({ files, onRemove }: ChosenFilesProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm" role="status">
        {files.length === 0 ? '' : t('files.chosen', { number: files.length })}
      </Text>
      <List>
        {files.map(({ fileName, bytes, sha256 }) => (
          <List.Item key={sha256}>
            {fileName} ({t('files.size', { kilobytes: Math.ceil(bytes / 1024) })})
            <Text className="link">SHA-256 {sha256}</Text>
            <Button variant="subtle" color="red" size="compact-sm" onClick={() => onRemove(sha256)}>
              {t('files.remove', { name: fileName })}
            </Button>
          </List.Item>
        ))}
      </List>
    </>
  );
}

async function readFile(file: File): Promise<ChosenFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sha256 = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  const mediaType = file.type === '' ? 'application/octet-stream' : file.type;
  return {
    fileName: file.name.slice(0, LONGEST_NAME),
    mediaType,
    bytes: bytes.length,
    sha256,
    content: toBase64(bytes),
  };
}

const LONGEST_NAME = 200;
