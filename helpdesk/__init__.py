"""服务台, ticket queues. They come with their own issue."""
