async function call(endpoint, target, input) {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': target,
    'x-amz-date': '20260101T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=local/20260101/eu-central-1/x/aws4_request, SignedHeaders=host, Signature=0',
  };
  const response = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(input) });
  const body = await response.json();
  if (!response.ok) throw Object.assign(new Error(JSON.stringify(body)), { name: 'CallError' });
  return body;
}

const table = (operation, input) =>
  call(process.env.AWS_ENDPOINT_URL_DYNAMODB, `DynamoDB_20120810.${operation}`, {
    TableName: process.env.TABLE,
    ...input,
  });

const put = (pk, sk, more = {}) =>
  table('PutItem', { Item: { pk: { S: pk }, sk: { S: sk }, at: { S: new Date().toISOString() }, ...more } });

export async function putNote(event) {
  const { id } = event.pathParameters;
  await put(id, `OUTBOX#${id}`, { text: { S: JSON.parse(event.body).text } });
  return { statusCode: 202, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id }) };
}

export async function getNote(event) {
  const { Items } = await table('Query', {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: event.pathParameters.id } },
    ConsistentRead: true,
  });
  return Object.fromEntries(Items.map((item) => [item.sk.S.split('#')[0], item.text?.S ?? item.at.S]));
}

export async function onRecord(event) {
  const batchItemFailures = [];
  for (const { dynamodb } of event.Records) {
    const { pk, text } = dynamodb.NewImage;
    if (text.S === 'poison') {
      batchItemFailures.push({ itemIdentifier: dynamodb.SequenceNumber });
      break;
    }
    await put(pk.S, 'SEEN');
    if (!process.env.MACHINE) continue;
    const input = JSON.stringify({ id: pk.S, text: text.S });
    await call(process.env.AWS_ENDPOINT_URL_SFN, 'AWSStepFunctions.StartExecution', {
      stateMachineArn: process.env.MACHINE,
      name: pk.S,
      input,
    }).catch((error) => {
      if (!error.message.includes('ExecutionAlreadyExists')) throw error;
    });
  }
  return { batchItemFailures };
}

export async function firstStep({ id, text }) {
  await put(id, 'FIRST');
  return { id, text: text.toUpperCase() };
}

export async function secondStep({ id, text }) {
  await put(id, 'DONE', { text: { S: text } });
  return { id };
}

export async function misbehave({ how, ms }) {
  if (how === 'throw') throw Object.assign(new Error('no'), { name: 'NoError' });
  if (how === 'throw text') throw 'just text';
  if (how === 'reject') {
    void Promise.reject(new Error('nobody listens'));
    await new Promise(() => undefined);
  }
  if (how === 'exit') process.exit(3);
  if (how === 'spin') for (;;);
  if (how === 'wait') await new Promise((resolve) => setTimeout(resolve, ms));
  return {
    now: Date.now(),
    // biome-ignore lint/complexity/useDateNow: the constructor is what is looked at
    date: Number(new Date()),
    text: Date(),
    year: new Date(2020, 1).getFullYear(),
    isDate: new Date() instanceof Date,
    env: process.env,
  };
}

export async function lose({ endpoint }) {
  const { DynamoDBClient, PutItemCommand } = await import('@aws-sdk/client-dynamodb');
  const client = new DynamoDBClient({ endpoint });
  const put = new PutItemCommand({ TableName: 'notes', Item: { pk: { S: 'one' } } });
  return client.send(put).catch((error) => error.name);
}
