"""Learning. The courses come with their own issue."""
