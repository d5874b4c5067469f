"""订阅号: channels of posts that go out in issues to those who follow."""
