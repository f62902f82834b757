/** The brokers that tests need, each on its usual port of loopback unless set otherwise. */
export const {
  NATS_URL = 'nats://127.0.0.1:4222',
  RABBITMQ_URL = 'amqp://guest:guest@127.0.0.1:5672',
  MQTT_URL = 'mqtt://127.0.0.1:1883',
} = process.env;
