"""订阅号, the culture channels. They come with their own issue."""
